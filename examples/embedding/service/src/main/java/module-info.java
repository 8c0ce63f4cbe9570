/** A service on the module path. */
module com.example.riskservice {
  requires dev.steppe;
  requires jdk.httpserver;
  requires tools.jackson.databind;

  exports com.example.riskservice;
}
