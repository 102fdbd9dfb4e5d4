import Testing

@testable import Expressions

/// The rules of the CEL language definition, in cases of our own.
@Suite("A function")
struct FunctionTests {
  @Test func `looks at texts`() {
    check(
      Case.table(
        #"""
        size('') => 0
        size('aé😀') => 3
        'e\u0301'.size() => 2
        b'aé'.size() => 3
        size([1, 2]) => 2
        {'a': 1}.size() => 1
        size(1) => !noSuchOverload
        'abc'.startsWith('ab') => true
        'abc'.startsWith('bc') => false
        'abc'.startsWith('') => true
        ''.startsWith('a') => false
        'e\u0301x'.startsWith('e') => true
        'abc'.endsWith('bc') => true
        'abc'.endsWith('ab') => false
        'abc'.endsWith('') => true
        'x\u00e9'.endsWith('e\u0301') => false
        'abc'.contains('b') => true
        'abc'.contains('') => true
        ''.contains('') => true
        ''.contains('a') => false
        'ababac'.contains('abac') => true
        'Straße'.contains('aß') => true
        'abc'.contains('abcd') => false
        'abc'.contains(1) => !noSuchOverload
        (1).startsWith('a') => !noSuchOverload
        'hello'.matches('l+') => true
        'hello'.matches('^l+$') => false
        'hello'.matches('^h.*o$') => true
        'hello'.matches('') => true
        matches('hello', 'ell') => true
        'grey'.matches('gr(a|e)y') => true
        'mañana'.matches('^m.ñ.n.$') => true
        'HELLO'.matches('(?i)hello') => true
        'a\nb'.matches('^a$') => false
        'a\nb'.matches('(?m)^a$') => true
        'a\n'.matches('a$') => false
        '\u0663'.matches(r'\d') => false
        '\u0663'.matches(r'\p{Nd}') => true
        'x'.matches('a' + 'b') => false
        'abc'.matches('b' + '.') => true
        'x'.matches('(') => !invalidPattern
        'x'.matches('(' + '(') => !invalidPattern
        """#
      )
    )
  }

  @Test func `converts`() {
    check(
      Case.table(
        #"""
        int(7u) => 7
        int(7.9) => 7
        int(-7.9) => -7
        int('-12') => -12
        int(7) => 7
        int(18446744073709551615u) => !overflow
        int(1e30) => !overflow
        int(0.0 / 0.0) => !overflow
        int(9223372036854775807.0) => !overflow
        int(-9223372036854775808.0) => !overflow
        int(9223372036854774784.0) => 9223372036854774784
        int('1.5') => !invalidConversion
        int('') => !invalidConversion
        int(' 1') => !invalidConversion
        int('9223372036854775808') => !invalidConversion
        int(true) => !noSuchOverload
        int(null) => !noSuchOverload
        uint(7) => 7u
        uint(-1) => !overflow
        uint(3.9) => 3u
        uint(0.0) => 0u
        uint(-0.5) => 0u
        uint(-1.5) => !overflow
        uint(1e19) => 10000000000000000000u
        uint(1e20) => !overflow
        uint('18446744073709551615') => 18446744073709551615u
        uint('-1') => !invalidConversion
        double(3) => 3.0
        double(18446744073709551615u) => 1.8446744073709552e+19
        double('1e3') => 1000.0
        double('-0.0') => -0.0
        double('NaN') => nan
        double('Infinity') => inf
        double('0x10') => !invalidConversion
        double('1,5') => !invalidConversion
        string(-5) => '-5'
        string(5u) => '5'
        string(1.5) => '1.5'
        string(-4.5e-3) => '-0.0045'
        string(2.0) => '2'
        string(1.0 / 0.0) => 'Infinity'
        string(true) => 'true'
        string('a') => 'a'
        string(b'a\303\251') => 'aé'
        string(b'\xff') => !invalidConversion
        string([1]) => !noSuchOverload
        string(null) => !noSuchOverload
        bool('true') => true
        bool('True') => true
        bool('t') => true
        bool('1') => true
        bool('0') => false
        bool('FALSE') => false
        bool('tRUE') => !invalidConversion
        bool(true) => true
        bool(1) => !noSuchOverload
        bytes('é') => b[195, 169]
        bytes(b'a') => b[97]
        dyn(1) => 1
        type(1) => int
        type(1u) => uint
        type(1.0) => double
        type('') => string
        type(b'') => bytes
        type(true) => bool
        type(null) => null_type
        type([]) => list
        type({}) => map
        type(int) => type
        type(type) => type
        type(type(1)) => type
        type(1) == int => true
        type(1) == type(1u) => false
        type([1]) == type(['a']) => true
        string => string
        null_type => null_type
        dyn => !undeclaredReference
        int(uint(int(uint(7)))) => 7
        """#
      )
    )
  }

  @Test func `knows days`() {
    check(
      Case.table(
        """
        date('2026-12-31') => date(2026-12-31)
        date('2026-02-29') => !invalidConversion
        date('31.12.2026') => !invalidConversion
        date(date('2026-01-01')) => date(2026-01-01)
        date(1) => !noSuchOverload
        string(date('2026-01-01')) => '2026-01-01'
        type(date('2026-01-01')) => date
        date('2026-01-01') < date('2026-01-02') => true
        date('2026-01-01') == date('2026-01-01') => true
        date('2026-01-01') < '2026-01-02' => true
        '2026-01-02' > date('2026-01-01') => true
        date('2026-01-01') in ['2026-01-01', '2027-01-01'] => true
        '2027-01-01' in [date('2026-01-01')] => false
        date('2026-01-01') == '2026-13-01' => !invalidConversion
        date('2026-01-01') == dyn('2026-01-01') => false
        date('2026-01-01') < dyn('2026-01-02') => !noSuchOverload
        date('2026-02-28') + 1 => date(2026-03-01)
        1 + date('2024-02-28') => date(2024-02-29)
        date('2026-03-01') - 1 => date(2026-02-28)
        date('2026-03-01') - date('2026-02-01') => 28
        date('9999-12-31') + 1 => !overflow
        date('0001-01-01') - 1 => !overflow
        date('2026-01-01') + 9223372036854775807 => !overflow
        date('2026-01-01') - -9223372036854775808 => !overflow
        date('2026-01-01') + date('2026-01-01') => !noSuchOverload
        date('2026-01-01') * 2 => !noSuchOverload
        """
      )
    )
  }
}
