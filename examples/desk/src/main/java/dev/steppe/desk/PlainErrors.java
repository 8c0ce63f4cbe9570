package dev.steppe.desk;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What is said of a request that the server cannot read, so that no route of the desk sees it: a
 * path that leads out, a header without end. It has the form of all other errors.
 */
final class PlainErrors extends ErrorHandler {

  private static final HttpField JSON = new HttpField(HttpHeader.CONTENT_TYPE, "application/json");

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    byte[] said = said(response.getStatus());
    response.getHeaders().put(JSON).put("X-Content-Type-Options", "nosniff");
    response.write(true, ByteBuffer.wrap(said), callback);
    return true;
  }

  private static byte[] said(int status) {
    String reason = HttpStatus.getMessage(status);
    return Json.write(new Desk.Fault("The request cannot be read: " + reason));
  }
}
