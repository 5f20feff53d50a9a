package org.redirlint.trace;

import java.util.Optional;
import org.redirlint.http.Url;
import org.redirlint.semantics.Answer;
import org.redirlint.semantics.Chain;
import org.redirlint.semantics.Hop;
import org.redirlint.semantics.Step;
import tools.jackson.core.JsonGenerator;

/**
 * Chains for programs: one JSON object each. Strings that a request or an answer is made of are
 * bytes, one code point each.
 */
public final class ChainJson {

  private ChainJson() {}

  /**
   * Writes a chain.
   *
   * @param id the request's name; empty for none
   */
  public static void write(Optional<String> id, Chain chain, JsonGenerator out) {
    out.writeStartObject();
    id.ifPresent(name -> out.writeStringProperty("id", name));
    Hop first = chain.hops().get(0);
    out.writeStringProperty("request", first.request().method() + " " + address(first));
    out.writeArrayPropertyStart("hops");
    chain.hops().forEach(hop -> write(hop, out));
    out.writeEndArray();
    out.writeStringProperty("end", chain.end().word());
    writeStatus(chain.last().reply().answer(), out);
    if (chain.reason().isEmpty()) {
      out.writeNullProperty("reason");
    } else {
      out.writeStringProperty("reason", chain.reason());
    }
    out.writeEndObject();
  }

  private static void write(Hop hop, JsonGenerator out) {
    out.writeStartObject();
    out.writeStringProperty("method", hop.request().method());
    out.writeStringProperty("url", address(hop));
    Answer<String> answer = hop.reply().answer();
    writeStatus(answer, out);
    Optional<String> location =
        answer instanceof Answer.Response<String> response ? response.location() : Optional.empty();
    if (location.isPresent()) {
      out.writeStringProperty("location", location.get());
    } else {
      out.writeNullProperty("location");
    }
    Optional<Step> deciding = hop.deciding();
    if (deciding.isPresent()) {
      writePlace(deciding.get(), out);
    } else {
      out.writeNullProperty("file");
      out.writeNullProperty("line");
    }
    out.writeArrayPropertyStart("steps");
    for (Step step : hop.reply().steps()) {
      out.writeStartObject();
      writePlace(step, out);
      out.writeStringProperty("what", step.what());
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writePlace(Step step, JsonGenerator out) {
    out.writeStringProperty("file", step.origin().file().path());
    out.writeNumberProperty("line", step.origin().start().line());
  }

  /** A connection that is closed without an answer has the status nginx itself gives it, 444. */
  private static void writeStatus(Answer<String> answer, JsonGenerator out) {
    if (answer instanceof Answer.Response<String> response) {
      out.writeNumberProperty("status", response.status());
    } else if (answer instanceof Answer.Closed) {
      out.writeNumberProperty("status", 444);
    } else {
      out.writeNullProperty("status");
    }
  }

  private static String address(Hop hop) {
    return hop.url().map(Url::toString).orElse(hop.request().target());
  }
}
