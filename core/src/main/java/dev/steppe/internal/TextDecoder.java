package dev.steppe.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The text of a file: in the encoding that its byte order mark says, or else in the one that is
 * named. Bytes that do not fit are an error that says where, never a replacement character.
 */
public final class TextDecoder extends Reader {

  /** A file that is no text, or none in its encoding; the message is for people. */
  public static final class NotText extends CharacterCodingException {

    private static final long serialVersionUID = 1L;

    private final String message;

    NotText(String message) {
      this.message = message;
    }

    @Override
    public String getMessage() {
      return message;
    }
  }

  private static final int SIZE = 1 << 14;
  private static final String SAVE = ": save the sheet as CSV (UTF-8), and read that";

  private final InputStream bytes;
  private final CharsetDecoder decoder;
  private final String advice;
  private final ByteBuffer encoded = ByteBuffer.allocate(SIZE);
  private final CharBuffer decoded = CharBuffer.allocate(SIZE);
  private long line = 1;
  private boolean afterReturn;
  private boolean ended;
  private boolean flushed;

  /**
   * Opens a file, see {@link #TextDecoder(InputStream, Charset, String)}.
   *
   * @throws NoSuchFileException with its whole path, if it is not there: which folder a relative
   *     one starts from is what people do not know
   */
  public static TextDecoder open(Path file, Charset named, String advice) throws IOException {
    try {
      return new TextDecoder(Files.newInputStream(file), named, advice);
    } catch (NoSuchFileException e) {
      String whole = file.isAbsolute() ? "" : ", that is " + file.toAbsolutePath();
      throw new NoSuchFileException(
          Text.printable(file.toString()), null, Text.printable("there is no such file" + whole));
    }
  }

  /**
   * Reads the first bytes, which say what the file is. Closes it if that is no text.
   *
   * @param advice what to do about a byte that does not fit
   */
  public TextDecoder(InputStream bytes, Charset named, String advice) throws IOException {
    this.bytes = bytes;
    this.advice = advice;
    this.decoded.flip();
    try {
      fill();
      Charset charset = named;
      if (startsWith(0xEF, 0xBB, 0xBF)) {
        charset = StandardCharsets.UTF_8;
        encoded.position(3);
      } else if (startsWith(0xFF, 0xFE)) {
        charset = StandardCharsets.UTF_16LE;
        encoded.position(2);
      } else if (startsWith(0xFE, 0xFF)) {
        charset = StandardCharsets.UTF_16BE;
        encoded.position(2);
      } else if (startsWith('P', 'K', 3, 4)) {
        throw new NotText("this is an Excel workbook or another ZIP file, not CSV" + SAVE);
      } else if (startsWith(0xD0, 0xCF, 0x11, 0xE0)) {
        throw new NotText("this is an old Excel workbook, not CSV" + SAVE);
      } else if (startsWith(0x1F, 0x8B)) {
        throw new NotText("this is a compressed file (gzip): unpack it, and read that");
      }
      this.decoder =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  private boolean startsWith(int... first) {
    if (encoded.remaining() < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((encoded.get(i) & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  /** Reads bytes behind those that are left, so that there are some unless the file has ended. */
  private void fill() throws IOException {
    int read = 0;
    // Enough for any mark, even where a stream gives one byte at a time.
    while (read >= 0 && encoded.position() < 4) {
      read = bytes.read(encoded.array(), encoded.position(), encoded.remaining());
      encoded.position(encoded.position() + Math.max(read, 0));
    }
    if (read >= 0 && encoded.hasRemaining()) {
      read = bytes.read(encoded.array(), encoded.position(), encoded.remaining());
      encoded.position(encoded.position() + Math.max(read, 0));
    }
    ended = read < 0;
    encoded.flip();
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    while (!decoded.hasRemaining()) {
      if (flushed) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, decoded.remaining());
    decoded.get(buffer, offset, count);
    return count;
  }

  private void decode() throws IOException {
    decoded.clear();
    CoderResult result = decoder.decode(encoded, decoded, ended);
    if (result.isUnderflow() && ended) {
      result = decoder.flush(decoded);
      flushed = result.isUnderflow();
    }
    decoded.flip();
    countLines();
    if (result.isError()) {
      throw new NotText(
          "line "
              + line
              + ": byte "
              + String.format(Locale.ROOT, "0x%02X", encoded.get(encoded.position()) & 0xFF)
              + " is not "
              + decoder.charset()
              + ". "
              + advice);
    }
    if (result.isUnderflow() && !ended) {
      encoded.compact();
      fill();
    }
  }

  /** Counts the ends of lines, of which a return and a line feed are one. */
  private void countLines() {
    for (int i = decoded.position(); i < decoded.limit(); i++) {
      char c = decoded.get(i);
      if (c == '\r' || (c == '\n' && !afterReturn)) {
        line++;
      }
      afterReturn = c == '\r';
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
