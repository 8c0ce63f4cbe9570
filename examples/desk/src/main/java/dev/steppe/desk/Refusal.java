package dev.steppe.desk;

/** A request that is not answered, and why. */
final class Refusal extends RuntimeException {

  static final int BAD_REQUEST = 400;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int STOPPED = 409;
  static final int TOO_LARGE = 413;
  static final int NOT_JSON = 415;
  static final int UNFIT = 422;
  static final int BUSY = 503;

  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** What a request asked for is more than there may be. */
  static Refusal tooMany(String what, long most, long given) {
    return new Refusal(UNFIT, "There may be " + most + " " + what + ", but were " + given);
  }

  /** The status of the response. */
  int status() {
    return status;
  }
}
