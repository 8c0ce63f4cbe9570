package dev.steppe.model;

/**
 * What an indicator's methods were before they were fitted, as plain data. See {@link Origin}.
 *
 * @param treatment the treatment as it was given
 * @param scale the normalisation as it was given
 * @param readings how many readings of the reference set it was fitted to
 * @see IndicatorDefinition
 * @since 0.1
 */
public record OriginDefinition(MethodDefinition treatment, MethodDefinition scale, int readings) {

  /** Null counts as not given. Nothing is checked here. */
  public OriginDefinition {
    treatment = treatment == null ? MethodDefinition.of("none") : treatment;
    scale = scale == null ? MethodDefinition.of("") : scale;
  }
}
