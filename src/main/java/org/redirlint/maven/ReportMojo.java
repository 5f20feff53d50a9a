package org.redirlint.maven;

import java.io.File;
import java.io.IOException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.redirlint.report.HtmlReport;

/** Writes a page of what is found in the configuration files of a project, beside its site. */
@Mojo(name = "report", defaultPhase = LifecyclePhase.SITE, threadSafe = true)
public final class ReportMojo extends AbstractRedirlintMojo {

  /** The page. */
  @Parameter(
      property = "redirlint.reportFile",
      defaultValue = "${project.reporting.outputDirectory}/redirlint.html")
  private File reportFile = new File("redirlint.html");

  /** Returns the goal, to be given its parameters by Maven. */
  public ReportMojo() {}

  @Override
  void run() throws IOException {
    write(new HtmlReport(), check(), reportFile.toPath());
    getLog().info("redirlint has written " + reportFile);
  }
}
