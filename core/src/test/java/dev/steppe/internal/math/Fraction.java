package dev.steppe.internal.math;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/** A fraction without rounding. */
record Fraction(BigInteger over, BigInteger under) {

  static Fraction of(long number) {
    return new Fraction(BigInteger.valueOf(number), BigInteger.ONE);
  }

  Fraction times(Fraction other) {
    return new Fraction(over.multiply(other.over), under.multiply(other.under));
  }

  Fraction over(Fraction other) {
    return new Fraction(over.multiply(other.under), under.multiply(other.over));
  }

  Fraction plus(Fraction other) {
    return new Fraction(
        over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
  }

  Fraction minus(Fraction other) {
    return plus(other.times(of(-1)));
  }

  int sign() {
    return over.signum() * under.signum();
  }

  static Fraction max(Fraction a, Fraction b) {
    return a.minus(b).sign() >= 0 ? a : b;
  }

  static Fraction min(Fraction a, Fraction b) {
    return a.minus(b).sign() >= 0 ? b : a;
  }

  double value() {
    return new BigDecimal(over).divide(new BigDecimal(under), MathContext.DECIMAL128).doubleValue();
  }
}
