package org.redirlint.judge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.redirlint.http.Header;
import org.redirlint.http.Request;
import org.redirlint.model.FollowedHeaders;

/** A running server of one's own: on loopback, on free ports, below a folder of its own. */
public final class RunningServer implements AutoCloseable {

  private static final int TIMEOUT_MILLISECONDS = 60_000;

  private final Process process;

  private RunningServer(Process process) {
    this.process = process;
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param command the program and its arguments
   * @param output where what it says is kept
   * @param ports the ports it will listen on
   * @throws RefusedException if it refuses its configuration
   */
  public static RunningServer start(List<String> command, Path output, int... ports)
      throws IOException {
    return start(command, output, InetAddress.getLoopbackAddress(), ports);
  }

  /**
   * Starts a server and waits until it listens.
   *
   * @param command the program and its arguments
   * @param output where what it says is kept
   * @param address where it will listen
   * @param ports the ports it will listen on
   * @throws RefusedException if it refuses its configuration
   */
  public static RunningServer start(
      List<String> command, Path output, InetAddress address, int... ports) throws IOException {
    RunningServer server =
        new RunningServer(
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start());
    for (int port : ports) {
      server.awaitPort(address, port, output);
    }
    return server;
  }

  /** Returns ports that are free at the moment. */
  public static int[] freePorts(int count) throws IOException {
    List<ServerSocket> sockets = new ArrayList<>();
    int[] ports = new int[count];
    try {
      for (int i = 0; i < count; i++) {
        sockets.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        ports[i] = sockets.get(i).getLocalPort();
      }
    } finally {
      for (ServerSocket socket : sockets) {
        socket.close();
      }
    }
    return ports;
  }

  /** Makes a certificate and its key, {@code tls.crt} and {@code tls.key}, in a folder. */
  public static void makeCertificate(Path folder) throws IOException {
    Files.createDirectories(folder);
    if (Files.exists(folder.resolve("tls.crt"))) {
      return;
    }
    run(
        List.of(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=redirlint.invalid",
            "-keyout",
            folder.resolve("tls.key").toString(),
            "-out",
            folder.resolve("tls.crt").toString()));
  }

  private static void run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command + ": " + output);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }

  /** Says why the server does not start. */
  public static final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }

  private void awaitPort(InetAddress address, int port, Path output) throws IOException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (true) {
      if (!process.isAlive()) {
        throw new RefusedException(Files.readString(output, StandardCharsets.ISO_8859_1));
      }
      try {
        new Socket(address, port).close();
        return;
      } catch (IOException notYet) {
        if (System.nanoTime() > end) {
          close();
          throw notYet;
        }
        try {
          process.waitFor(2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
          Thread.currentThread().interrupt();
          throw new IOException(interrupted);
        }
      }
    }
  }

  /** What the server answered: {@code 301 http://...}, {@code 404 -}, {@code 444 -} for nothing. */
  public String ask(Request request) throws IOException {
    return shown(request, false);
  }

  /** What the server answered, and the headers that are followed, as in {@code | Expires: 0}. */
  public String askWithFields(Request request) throws IOException {
    return shown(request, true);
  }

  private String shown(Request request, boolean withFields) throws IOException {
    byte[] bytes = request(request);
    byte[] received = exchange(request, bytes);
    String text = new String(received, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (end < 0) {
      return received.length == 0 ? "444 -" : "000 " + text;
    }
    String[] lines = text.substring(0, end).split("\r\n", -1);
    String location = "-";
    StringBuilder fields = new StringBuilder();
    for (String line : lines) {
      int colon = Math.max(line.indexOf(':'), 0);
      String name = line.substring(0, colon);
      String value = line.substring(Math.min(line.length(), colon + 1)).replaceFirst("^ ", "");
      if (name.equalsIgnoreCase("Location") && location.equals("-")) {
        location = value;
      } else if (withFields && FollowedHeaders.include(name)) {
        fields.append(" | ").append(name).append(": ").append(value);
      }
    }
    return lines[0].substring(9, 12) + " " + location + fields;
  }

  /** Returns the status line and the header lines that the server sends, and the empty line. */
  public String head(Request request) throws IOException {
    String text = new String(exchange(request, request(request)), StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    return end < 0 ? text : text.substring(0, end + 4);
  }

  private static byte[] request(Request request) {
    StringBuilder text = new StringBuilder();
    text.append(request.method()).append(' ').append(request.target());
    text.append(" HTTP/").append(request.version()).append("\r\n");
    request.host().ifPresent(host -> text.append("Host: ").append(host).append("\r\n"));
    for (Header header : request.headers()) {
      text.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    if (List.of("POST", "PUT", "PATCH").contains(request.method())) {
      text.append("Content-Length: 0\r\n");
    }
    return text.append("Connection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private byte[] exchange(Request request, byte[] bytes) throws IOException {
    boolean tls = request.scheme().equals("https") && !request.plain();
    ByteArrayOutputStream received = new ByteArrayOutputStream();
    InetAddress address =
        request.address().isPresent()
            ? InetAddress.getByName(request.address().get())
            : InetAddress.getLoopbackAddress();
    try (Socket plain = new Socket(address, request.port().orElseThrow());
        Socket socket = tls ? secured(plain, request) : plain) {
      socket.setSoTimeout(TIMEOUT_MILLISECONDS);
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        received.write(buffer, 0, count);
        if (received.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
          break;
        }
      }
    } catch (SocketTimeoutException silent) {
      throw silent;
    } catch (SSLException | java.net.SocketException closed) {
      // The server may close the connection without a word.
    }
    return received.toByteArray();
  }

  private static Socket secured(Socket plain, Request request) throws IOException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new TrustEverything()}, null);
      String host = request.host().orElse("").replaceFirst("\\.?(:[0-9]*)?$", "");
      SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), true);
      if (host.matches("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*")) {
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setServerNames(List.of(new SNIHostName(host)));
        socket.setSSLParameters(parameters);
      }
      return socket;
    } catch (GeneralSecurityException impossible) {
      throw new IOException(impossible);
    }
  }

  /** The certificate is our own. */
  private static final class TrustEverything implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
