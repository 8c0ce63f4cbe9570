package dev.steppe.desk;

import io.javalin.util.JavalinException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts the desk, and says where it is. */
public final class Main {

  private static final String USAGE =
      """
      java -jar desk.jar [--port=PORT] [MODEL DATA...]

      MODEL  a model in a file: JSON, or a table (CSV)
      DATA   readings in a table: a line a reading, or wide:FILE with a line a country
      PORT   8080 if not given; 0 for any that is free
      """;

  private static final int PORT = 8080;

  private Main() {}

  /**
   * Serves until it is ended.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    try {
      Options options = Options.of(args);
      if (options.help()) {
        System.out.print(USAGE);
        return;
      }
      Desk desk = new Desk(options.port(), new Cases(cases(options.files())));
      Runtime.getRuntime().addShutdownHook(new Thread(desk::close));
      System.out.println("The desk is at " + desk.address() + " (Ctrl+C ends it)");
    } catch (IllegalArgumentException | Refusal e) {
      fail(String.valueOf(e.getMessage()));
    } catch (JavalinException e) {
      fail("it cannot be started: " + e.getMessage() + " Or name another: --port=PORT");
    }
  }

  private static void fail(String message) {
    System.err.println("desk: " + message);
    System.exit(2);
  }

  /** What was typed. */
  record Options(int port, List<String> files, boolean help) {

    static Options of(String... args) {
      int port = PORT;
      boolean help = false;
      List<String> files = new ArrayList<>();
      for (String arg : args) {
        if (arg.equals("--help") || arg.equals("-h")) {
          help = true;
        } else if (arg.startsWith("--port=")) {
          port = port(arg.substring("--port=".length()));
        } else if (arg.startsWith("--")) {
          throw new IllegalArgumentException("unknown option '" + arg + "'\n\n" + USAGE);
        } else {
          files.add(arg);
        }
      }
      if (files.size() == 1) {
        throw new IllegalArgumentException("a model needs data\n\n" + USAGE);
      }
      return new Options(port, files, help);
    }

    private static int port(String typed) {
      try {
        int port = Integer.parseInt(typed);
        if (port >= 0 && port <= 65_535) {
          return port;
        }
      } catch (NumberFormatException e) {
        // Said below.
      }
      throw new IllegalArgumentException("port must be from 0 to 65535, but was '" + typed + "'");
    }
  }

  /** The case of files that were named when the desk was started. */
  private static List<DeskCase> cases(List<String> files) {
    if (files.isEmpty()) {
      return List.of();
    }
    List<String> faults = new ArrayList<>();
    Path model = Path.of(files.get(0));
    String text = text(model, faults);
    List<Upload.DataText> data = new ArrayList<>();
    for (String typed : files.subList(1, files.size())) {
      boolean wide = typed.startsWith("wide:");
      Path file = Path.of(wide ? typed.substring("wide:".length()) : typed);
      data.add(
          new Upload.DataText(
              file.toString(), wide ? Upload.Shape.WIDE : Upload.Shape.LONG, text(file, faults)));
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    Upload.FileText definition = new Upload.FileText(model.toString(), text);
    return List.of(new Upload(String.valueOf(model.getFileName()), definition, data, true).read());
  }

  private static String text(Path file, List<String> faults) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      faults.add("File '" + file + "' cannot be read: " + e);
      return "-";
    }
  }
}
