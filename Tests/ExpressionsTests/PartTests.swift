import Testing

@testable import Expressions

/// The rules of the CEL language definition, in cases of our own.
@Suite("A part of an expression")
struct PartTests {
  @Test func `decides`() {
    check(
      Case.table(
        """
        true && false => false
        true || false => true
        !true => false
        !!true => true
        false || true && false => false
        true ? 1 : 2 => 1
        false ? 1 : false ? 2 : 3 => 3
        (true ? false : true) ? 1 : 2 => 2
        false && 1 / 0 == 1 => false
        1 / 0 == 1 && false => false
        true || 1 / 0 == 1 => true
        1 / 0 == 1 || true => true
        true && 1 / 0 == 1 => !divisionByZero
        1 / 0 == 1 || false => !divisionByZero
        1 / 0 == 1 && 1 % 0 == 1 => !divisionByZero
        false && 3 => false
        'a' && false => false
        'a' || true => true
        'a' || false => !noSuchOverload
        1 && true => !noSuchOverload
        !0 => !noSuchOverload
        !null => !noSuchOverload
        'a' ? 1 : 2 => !noSuchOverload
        true ? 'a' : 1 / 0 => 'a'
        false ? 1 / 0 : 'a' => 'a'
        1 / 0 > 0 ? 1 : 2 => !divisionByZero
        x || true => true
        x && false => false
        x => !undeclaredReference
        x.y => !undeclaredReference
        f(1) => !noSuchFunction
        f(1) || true => true
        x.let() || true => true
        1 == 2 || 3 > 2 && !false => true
        """
      )
    )
  }

  @Test func `finds fields and items`() {
    check(
      Case.table(
        """
        [7, 8, 9][0] => 7
        [7, 8, 9][2u] => 9
        [7, 8, 9][1.0] => 8
        [7][1] => !indexOutOfRange
        [7][-1] => !indexOutOfRange
        [7][0.5] => !indexOutOfRange
        [7]['0'] => !noSuchOverload
        [[1, 2], [3]][0][1] => 2
        {'a': 1}['a'] => 1
        {'a': 1}.a => 1
        {'a': {'b': 2}}.a.b => 2
        {'a': 1}.b => !noSuchKey
        {1: 'x', 2u: 'y'}[1u] => 'x'
        {1: 'x', 2u: 'y'}[2] => 'y'
        {1: 'x'}[1.0] => 'x'
        {1: 'x'}[1.5] => !noSuchKey
        {true: 'x'}[true] => 'x'
        {true: 'x'}[1] => !noSuchKey
        {18446744073709551615u: 'x'}[18446744073709551615u] => 'x'
        {1.5: 'x'} => !invalidKey
        {1.0: 'x'} => !invalidKey
        {null: 'x'} => !invalidKey
        {[1]: 'x'} => !invalidKey
        {1: 'x', 1u: 'y'} => !duplicateKey
        {'a': 1, 'a': 2} => !duplicateKey
        {'e\\u0301': 1, '\\u00e9': 2}['\\u00e9'] => 2
        {'if': 1}.if => 1
        {'for': {'while': 2}}.for.while => 2
        {'content-type': 3}.`content-type` => 3
        [1].a => !noSuchOverload
        (1).a => !noSuchOverload
        1[0] => !noSuchOverload
        'abc'[0] => !noSuchOverload
        has({'a': 1}.a) => true
        has({'a': 1}.b) => false
        has({'a': null}.a) => true
        has({'a': {}}.a.b) => false
        has({}.a.b) => !noSuchKey
        has([1].a) => !noSuchOverload
        has(x) => false
        """
      )
    )
  }

  @Test func `goes over lists and maps`() {
    check(
      Case.table(
        """
        [1, 2, 3].all(e, e > 0) => true
        [1, 2, 3].all(e, e > 1) => false
        [].all(e, e) => true
        [1, 2, 3].exists(e, e == 2) => true
        [1, 2, 3].exists(e, e == 4) => false
        [].exists(e, e) => false
        [1, 0].exists(e, 1 / e == 1) => true
        [0, 1].exists(e, 1 / e == 1) => true
        [0, 2].exists(e, 1 / e == 1) => !divisionByZero
        [0, 1].all(e, 1 / e == 0) => false
        [0, 1].all(e, 1 / e == 1) => !divisionByZero
        [1, 'a'].exists(e, e == 'a') => true
        [1, 'a'].all(e, e % 2 == 1) => !noSuchOverload
        [1, 2].all(e, e) => !noSuchOverload
        [1, 2, 2].exists_one(e, e == 1) => true
        [1, 2, 2].exists_one(e, e == 2) => false
        [].exists_one(e, true) => false
        [2, 1, 0].exists_one(e, 4 / e == 2) => !divisionByZero
        [1, 2, 3].filter(e, e > 1) => [2, 3]
        [1, 0].filter(e, 1 / e == 1) => !divisionByZero
        [1, 2].filter(e, 1) => !noSuchOverload
        [1, 2, 3].map(e, e * e) => [1, 4, 9]
        [1, 2, 3].map(e, e > 1, e * 10) => [20, 30]
        [1, 0].map(e, 1 / e) => !divisionByZero
        {'a': 1, 'b': 2}.exists(k, k == 'b') => true
        {'a': 1, 'b': 2}.all(k, k < 'c') => true
        {'a': 1, 'b': 2}.map(k, k + k) => ['aa', 'bb']
        {1: 2, 3u: 4}.filter(k, k > 1) => [3u]
        {6: 'a', 7: 'b'}.exists_one(k, k % 5 == 2) => true
        1.all(e, true) => !noSuchOverload
        (1).all(e, true) => !noSuchOverload
        'ab'.exists(e, true) => !noSuchOverload
        [[1, 2], [3]].all(l, l.exists(e, e > 1)) => true
        [1, 2].map(x, [10, 20].map(y, x + y)) => [[11, 21], [12, 22]]
        [1, 2].map(x, [3].map(x, x)) => [[3], [3]]
        [1, 2].map(x, [[3].map(x, x), x]) => [[[3], 1], [[3], 2]]
        [1, 2].map(x, [x].filter(x, x > 1) + [x]) => [[1], [2, 2]]
        [5].map(e, e)[0] => 5
        [1].map(e, e) + [e] => !undeclaredReference
        """
      )
    )
  }
}
