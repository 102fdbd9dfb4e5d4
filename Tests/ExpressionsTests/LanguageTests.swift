import Testing

@testable import Expressions

/// The rules of the CEL language definition, in cases of our own.
@Suite("The language")
struct LanguageTests {
  @Test func `reads literals`() {
    check(
      Case.table(
        #"""
        7 => 7
        -7 => -7
        - 7 => -7
        007 => 7
        9223372036854775807 => 9223372036854775807
        -9223372036854775808 => -9223372036854775808
        --5 => 5
        ---5 => -5
        0x1F => 31
        0XfF => 255
        -0x10 => -16
        -0x8000000000000000 => -9223372036854775808
        3u => 3u
        3U => 3u
        0xFFu => 255u
        18446744073709551615u => 18446744073709551615u
        1.5 => 1.5
        .25 => 0.25
        2e3 => 2000.0
        2E-1 => 0.2
        1.5e+1 => 15.0
        -2.5 => -2.5
        1e-400 => 0.0
        true => true
        false => false
        null => null
        'a' => 'a'
        "a" => 'a'
        'say "hi"' => 'say "hi"'
        '''it's ''two'' ''' => 'it's ''two'' '
        """a"b""" => 'a"b'
        '' => ''
        '''''' => ''
        r'\n' => '\n'
        R"\d+" => '\d+'
        r'''\'x''' => '\'x'
        b'' => b[]
        b'aé' => b[97, 195, 169]
        B"\xff\377\101" => b[255, 255, 65]
        br'\x' => b[92, 120]
        bR"\\" => b[92, 92]
        '\x41\X42\103' => 'ABC'
        '\xe9' => 'é'
        '\u00e9\U0001F600' => 'é😀'
        '\ud83d\ude00' => '😀'
        '\\ \? \" \' \`' => '\ ? " ' `'
        size('\a\b\f\n\r\t\v') => 7
        [] => []
        [1, 'a', [null]] => [1, 'a', [null]]
        [1, 2,] => [1, 2]
        {} => {}
        {'a': 1, 2: 'b', true: 3u,} => {'a': 1, 2: 'b', true: 3u}
        (((7))) => 7
         7 // seven => 7
        """#
      )
    )
    #expect(outcome("'''a\r\nb'''") == "'a\r\nb'")
    #expect(outcome("[1,\t// one\n\u{0C}2\r]") == "[1, 2]")
  }

  @Test func `calculates`() {
    check(
      Case.table(
        """
        1 + 2 * 3 => 7
        (1 + 2) * 3 => 9
        10 - 4 - 3 => 3
        100 / 10 / 5 => 2
        2 * 3 % 4 => 2
        7 / 2 => 3
        -7 / 2 => -3
        7 % -2 => 1
        -7 % 2 => -1
        6u / 4u => 1u
        6u % 4u => 2u
        0.1 + 0.2 => 0.30000000000000004
        1.0 / 0.0 => inf
        -1.0 / 0.0 => -inf
        0.0 / 0.0 => nan
        -(0.0) => -0.0
        -(5) => -5
        -(-5) => 5
        1 / 0 => !divisionByZero
        1 % 0 => !modulusByZero
        1u / 0u => !divisionByZero
        1u % 0u => !modulusByZero
        9223372036854775807 + 1 => !overflow
        -9223372036854775808 - 1 => !overflow
        -(-9223372036854775808) => !overflow
        -9223372036854775808 / -1 => !overflow
        -9223372036854775808 * -1 => !overflow
        -9223372036854775808 % -1 => !overflow
        4611686018427387904 * 2 => !overflow
        0u - 1u => !overflow
        18446744073709551615u + 1u => !overflow
        1 + 1u => !noSuchOverload
        1 + 1.0 => !noSuchOverload
        -1u => !noSuchOverload
        -true => !noSuchOverload
        5.5 % 2.0 => !noSuchOverload
        'a' + 1 => !noSuchOverload
        'a' - 'b' => !noSuchOverload
        true + true => !noSuchOverload
        'ab' + 'c' => 'abc'
        b'a' + b'b' => b[97, 98]
        [1] + [2, 'x'] + [] => [1, 2, 'x']
        [1] - [1] => !noSuchOverload
        {1: 2} + {3: 4} => !noSuchOverload
        """
      )
    )
  }

  @Test func `compares`() {
    check(
      Case.table(
        #"""
        1 == 1 => true
        1 != 1 => false
        1 == 1u => true
        1u == 1.0 => true
        1 == 1.5 => false
        -1 == 18446744073709551615u => false
        0.0 == -0.0 => true
        0.0 / 0.0 == 0.0 / 0.0 => false
        0.0 / 0.0 != 0.0 / 0.0 => true
        0.0 / 0.0 < 1.0 => false
        1.0 >= 0.0 / 0.0 => false
        1 == '1' => false
        1 != '1' => true
        true == 1 => false
        null == null => true
        null == false => false
        '' == b'' => false
        'Ame\u0301' == 'Am\u00e9' => false
        'Am\u00e9' == 'Amé' => true
        'a' < 'B' => false
        'a' < 'á' => true
        'é' < 'e\u0301' => false
        '\uFFFD' < '\U0001F600' => true
        'ab' < 'abc' => true
        '' <= '' => true
        b'\xff' > b'a' => true
        b'' < b'\x00' => true
        false < true => true
        1 < 2u => true
        -1 < 0u => true
        1 < 18446744073709551615u => true
        2 > 1.5 => true
        1u <= 1.0 => true
        9223372036854775807 < 9223372036854775808.0 => false
        9223372036854775807 < 9223372036854777857.0 => true
        18446744073709551615u < 18446744073709590000.0 => true
        [1, 2] == [1.0, 2u] => true
        [1, 2] == [2, 1] => false
        [1] == [1, 1] => false
        [] == [] => true
        [[]] != [[]] => false
        {'a': 1, 'b': 2} == {'b': 2u, 'a': 1.0} => true
        {1: 'x'} == {1u: 'x'} => true
        {'a': 1} == {'a': 2} => false
        {'a': 1} == {'b': 1} => false
        {'a': null} == {} => false
        [] == {} => false
        1 < 'a' => !noSuchOverload
        null < null => !noSuchOverload
        [1] < [2] => !noSuchOverload
        {} >= {} => !noSuchOverload
        int < int => !noSuchOverload
        1 < 2 == true => true
        2 in [1, 2] => true
        2.0 in [1, 2] => true
        '2' in [1, 2] => false
        'b' in {'a': 1, 'b': 2} => true
        1u in {1: 'x'} => true
        1.5 in {1: 'x'} => false
        null in {1: 'x'} => false
        null in [null] => true
        1 in [] => false
        1 in 1 => !noSuchOverload
        !(1 in [2]) => true
        """#
      )
    )
  }

  @Test func `supports the repetitions that CEL asks for`() {
    func repeated(_ text: String, _ count: Int, joinedBy joint: String) -> String {
      Array(repeating: text, count: count).joined(separator: joint)
    }
    let nested = String(repeating: "(", count: 250) + "7" + String(repeating: ")", count: 250)
    #expect(outcome(nested) == "7")
    #expect(outcome(repeated("1", 250, joinedBy: "+")) == "250")
    #expect(outcome(repeated("false", 5000, joinedBy: " || ") + " || true") == "true")
    #expect(outcome(repeated("true", 5000, joinedBy: " && ")) == "true")
    #expect(outcome(repeated("false ? 1 : ", 250, joinedBy: "") + "2") == "2")
    #expect(outcome(repeated("!", 250, joinedBy: "") + "true") == "true")
    #expect(outcome(repeated("-", 250, joinedBy: "") + "19") == "19")
    let lists = String(repeating: "[", count: 250) + String(repeating: "]", count: 250)
    #expect(outcome("size(\(lists))") == "1")
    #expect(outcome("[" + repeated("1", 5000, joinedBy: ",") + "][4999]") == "1")
    let maps = String(repeating: "{'a':", count: 100) + "1" + String(repeating: "}", count: 100)
    #expect(outcome(maps + String(repeating: ".a", count: 100)) == "1")
  }
}
