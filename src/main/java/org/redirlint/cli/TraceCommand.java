package org.redirlint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.redirlint.http.Header;
import org.redirlint.http.Method;
import org.redirlint.http.Url;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Follower;
import org.redirlint.trace.ChainJson;
import org.redirlint.trace.ChainText;
import org.redirlint.trace.RequestReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** {@code redirlint trace}: what the server would answer, redirect by redirect. */
@Command(
    name = "trace",
    mixinStandardHelpOptions = true,
    description = "Says what the server would answer to a request, and which lines decide.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:the request ends with an answer, or nobody can tell",
      "1:the request does not end: a loop, or too many redirects",
      "2:called wrongly, or a path or a request cannot be read",
      "3:an error in redirlint itself"
    })
final class TraceCommand implements Callable<Integer> {

  /** In which format to write. */
  enum Format {
    TEXT,
    JSON
  }

  /** The address both sides of a connection have where requests come from a file. */
  private static final String LOOPBACK = "127.0.0.1";

  @Spec CommandSpec spec;

  @Mixin final TargetOptions configuration = new TargetOptions();

  @Parameters(
      paramLabel = "URL [PATH…]",
      description =
          "The URL to ask for (not with --requests), then the configuration: files and folders."
              + " Without a PATH the current folder is searched.")
  List<String> parameters = List.of();

  @Option(
      names = {"-X", "--request"},
      paramLabel = "METHOD",
      description = "The method of the request. (Default: GET)",
      defaultValue = "GET")
  String method = "GET";

  @Option(
      names = {"-H", "--header"},
      paramLabel = "NAME: VALUE",
      description = "A header of the request. Repeatable.")
  List<String> headers = List.of();

  @Option(
      names = "--max-hops",
      paramLabel = "N",
      description = "How many requests to make at most. (Default: 20)",
      defaultValue = "20")
  int maxHops = 20;

  @Option(
      names = "--follow",
      negatable = true,
      defaultValue = "true",
      fallbackValue = "true",
      description = "Follow redirects that lead back to this configuration. (Default: yes)")
  boolean follow = true;

  @Option(
      names = "--requests",
      paramLabel = "FILE",
      description =
          "Answer every request of a file instead of a URL: JSON lines in, JSON lines out; - is"
              + " standard input.")
  @Nullable Path requests;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "How to write: text, json. (Default: text)",
      defaultValue = "text")
  Format format = Format.TEXT;

  @Override
  public Integer call() throws IOException {
    if (maxHops < 1) {
      throw usage("Invalid value for option '--max-hops': it must be at least 1");
    }
    if (requests == null && parameters.isEmpty()) {
      throw usage("Missing required parameter: URL");
    }
    List<String> paths = requests == null ? parameters.subList(1, parameters.size()) : parameters;
    Optional<Url> url = requests == null ? Optional.of(url(parameters.get(0))) : Optional.empty();
    Follower follower = configuration.follower(paths, loopback(), follow, maxHops);
    PrintWriter out = spec.commandLine().getOut();
    if (requests != null) {
      return answerAll(follower, requests, out);
    }
    Chain chain = follower.follow(new Method(bytes(method)), url.orElseThrow(), requestHeaders());
    if (format == Format.JSON) {
      try (JsonGenerator json = generator(out)) {
        ChainJson.write(Optional.empty(), chain, json);
      }
      out.println();
    } else {
      ChainText.write(chain, out);
    }
    out.flush();
    return chain.end().isEndless() || chain.end() == Chain.End.TOO_MANY
        ? ExitStatus.FINDINGS
        : ExitStatus.CLEAN;
  }

  private Optional<String> loopback() {
    return requests == null ? Optional.empty() : Optional.of(LOOPBACK);
  }

  private int answerAll(Follower follower, Path file, PrintWriter out) throws IOException {
    RequestReader reader = new RequestReader();
    int number = 0;
    try (BufferedReader lines = open(file);
        JsonGenerator json = generator(out)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.isBlank()) {
          continue;
        }
        RequestReader.Identified request = reader.read(line);
        ChainJson.write(Optional.of(request.id()), follower.follow(request.request()), json);
        json.writeRaw('\n');
      }
    } catch (IllegalArgumentException notRequest) {
      out.flush();
      throw usage(file + ":" + number + ": " + notRequest.getMessage());
    }
    out.flush();
    return ExitStatus.CLEAN;
  }

  private BufferedReader open(Path file) throws IOException {
    if (file.toString().equals("-")) {
      return new BufferedReader(new java.io.InputStreamReader(System.in, StandardCharsets.UTF_8));
    }
    if (!Files.isReadable(file)) {
      throw usage("Cannot read " + file);
    }
    return Files.newBufferedReader(file);
  }

  private static JsonGenerator generator(PrintWriter out) {
    return JsonFactory.builder()
        .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
        .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
        .rootValueSeparator((String) null)
        .build()
        .createGenerator(ObjectWriteContext.empty(), out);
  }

  private Url url(String text) {
    return Url.parse(bytes(text)).orElseThrow(() -> usage("Not a URL of http or https: " + text));
  }

  private List<Header> requestHeaders() {
    List<Header> parsed = new ArrayList<>();
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon < 1) {
        throw usage("Invalid value for option '--header': expected NAME: VALUE, found " + header);
      }
      parsed.add(
          new Header(
              bytes(header.substring(0, colon)), bytes(header.substring(colon + 1).strip())));
    }
    return parsed;
  }

  /** Returns a text as the bytes that are sent for it, one character each. */
  private static String bytes(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
