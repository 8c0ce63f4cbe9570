package dev.steppe.nextukraine;

import dev.steppe.model.RiskModel;

/**
 * A way to judge the same evidence: the paper's model with one choice made otherwise.
 *
 * @param name in a few words
 * @param model the whole model
 * @param reason why one might judge so
 * @since 0.1
 */
public record PaperMethod(String name, RiskModel model, String reason) {}
