/// The product of the finite fields whose orders are the prime powers of a number: a ring of that
/// order in which two elements that differ in every factor have a difference that can be divided by.
///
/// Elements are 0 up to the order; the order of a field is at most 512.
struct FieldProduct: Sendable {
  let order: Int
  private let fields: [FiniteField]

  /// - Returns: `nil` where a field would be too large for its tables.
  init?(order: Int) {
    guard order > 1 else { return nil }
    self.order = order
    var rest = order
    var fields: [FiniteField] = []
    var prime = 2
    while rest > 1 {
      if prime * prime > rest { prime = rest }
      var power = 0
      while rest % prime == 0 {
        rest /= prime
        power += 1
      }
      if power > 0 {
        guard let field = FiniteField(prime: prime, power: power) else { return nil }
        fields.append(field)
      }
      prime += 1
    }
    self.fields = fields
  }

  /// The order of the smallest field.
  var smallest: Int { fields.map(\.order).min() ?? 0 }

  /// The elements of a set any two of which differ in every factor; `index` is below ``smallest``.
  func spread(_ index: Int) -> Int {
    var (element, unit) = (0, 1)
    for field in fields {
      element += index * unit
      unit *= field.order
    }
    return element
  }

  func subtract(_ a: Int, _ b: Int) -> Int { combine(a, b) { $0.subtract($1, $2) } }

  func add(_ a: Int, _ b: Int) -> Int { subtract(a, subtract(0, b)) }

  func multiply(_ a: Int, _ b: Int) -> Int { combine(a, b) { $0.multiply($1, $2) } }

  private func combine(_ a: Int, _ b: Int, _ operate: (FiniteField, Int, Int) -> Int) -> Int {
    var (a, b, element, unit) = (a, b, 0, 1)
    for field in fields {
      element += operate(field, a % field.order, b % field.order) * unit
      unit *= field.order
      a /= field.order
      b /= field.order
    }
    return element
  }
}

/// The field of a prime power's order: polynomials over the whole numbers modulo the prime, modulo
/// an irreducible one. An element's digits to the base of the prime are its coefficients.
struct FiniteField: Sendable {
  let order: Int
  private let prime: Int
  private let power: Int
  /// The irreducible polynomial without its leading 1.
  private let modulus: [Int]

  init?(prime: Int, power: Int) {
    var order = 1
    for _ in 0..<power {
      order *= prime
      guard order <= 512 || power == 1 else { return nil }
    }
    self.order = order
    self.prime = prime
    self.power = power
    guard power > 1 else {
      modulus = [0]
      return
    }
    // The first polynomial by which no product of two elements other than 0 becomes 0.
    for code in 0..<order {
      let candidate = Self.digits(code, prime, power)
      if Self.isIrreducible(candidate, prime, power) {
        modulus = candidate
        return
      }
    }
    return nil
  }

  func subtract(_ a: Int, _ b: Int) -> Int {
    guard power > 1 else { return (a + prime - b) % prime }
    let difference = zip(Self.digits(a, prime, power), Self.digits(b, prime, power)).map {
      ($0 + prime - $1) % prime
    }
    return Self.number(difference, prime)
  }

  func multiply(_ a: Int, _ b: Int) -> Int {
    guard power > 1 else { return a * b % prime }
    var product = Array(repeating: 0, count: 2 * power - 1)
    let (left, right) = (Self.digits(a, prime, power), Self.digits(b, prime, power))
    for i in 0..<power {
      for j in 0..<power { product[i + j] = (product[i + j] + left[i] * right[j]) % prime }
    }
    for top in (power..<product.count).reversed() where product[top] != 0 {
      for k in 0..<power {
        let place = top - power + k
        product[place] = (product[place] + (prime - modulus[k]) * product[top]) % prime
      }
    }
    return Self.number(Array(product[0..<power]), prime)
  }

  private static func digits(_ number: Int, _ base: Int, _ count: Int) -> [Int] {
    var rest = number
    return (0..<count).map { _ in
      defer { rest /= base }
      return rest % base
    }
  }

  private static func number(_ digits: [Int], _ base: Int) -> Int {
    digits.reversed().reduce(0) { $0 * base + $1 }
  }

  /// Whether no polynomial of half the degree or less divides it.
  private static func isIrreducible(_ modulus: [Int], _ prime: Int, _ power: Int) -> Bool {
    for degree in 1...(power / 2) {
      var divisors = 1
      for _ in 0..<degree { divisors *= prime }
      for code in 0..<divisors {
        let divisor = digits(code, prime, degree)
        var rest = modulus + [1]
        for top in (degree..<rest.count).reversed() where rest[top] != 0 {
          let lead = rest[top]
          rest[top] = 0
          for k in 0..<degree {
            let place = top - degree + k
            rest[place] = (rest[place] + (prime - divisor[k]) * lead) % prime
          }
        }
        if rest.allSatisfy({ $0 == 0 }) { return false }
      }
    }
    return true
  }
}
