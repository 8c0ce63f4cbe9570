/** An application on the module path. */
module com.example.riskdesk {
  requires dev.steppe;

  // The library's jar is an automatic module, which does not name what it needs itself.
  requires com.google.common;
  requires de.siegmar.fastcsv;

  exports com.example.riskdesk;
}
