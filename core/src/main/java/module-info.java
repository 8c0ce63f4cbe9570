/** Comparable, explained and traceable country risk scores under scenarios. */
@SuppressWarnings("requires-automatic")
module dev.steppe {
  requires commons.math3;
  requires de.siegmar.fastcsv;
  requires static com.google.errorprone.annotations;
  requires static org.assertj.core;
  requires static org.jspecify;
  requires transitive com.google.common;

  exports dev.steppe.analogue;
  exports dev.steppe.analysis;
  exports dev.steppe.assertj;
  exports dev.steppe.evidence;
  exports dev.steppe.model;
  exports dev.steppe.nextukraine;
  exports dev.steppe.panel;
  exports dev.steppe.report;
  exports dev.steppe.revision;
  exports dev.steppe.scenario;
  exports dev.steppe.score;
  exports dev.steppe.sensitivity;
  exports dev.steppe.statistics;
  exports dev.steppe.table;
  exports dev.steppe.tipping;
  exports dev.steppe.uncertainty;
  exports dev.steppe.validation;
  exports dev.steppe.weights;
}
