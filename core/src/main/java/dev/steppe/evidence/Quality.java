package dev.steppe.evidence;

/** How firm a source's figure is. */
public enum Quality {
  /** A printed figure, a dated event, or plain arithmetic on such figures. */
  EXACT,
  /** The source itself estimates, bounds the value, or several sources disagree. */
  ESTIMATE,
  /** A coding of text or of the public record into a number. */
  JUDGEMENT,
  /** Nothing was said about the source. */
  UNSTATED
}
