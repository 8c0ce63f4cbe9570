/** An application on the module path. */
module com.example.riskdesk {
  requires dev.steppe;

  exports com.example.riskdesk;
}
