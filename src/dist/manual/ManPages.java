import java.io.File;
import java.io.PrintWriter;
import org.redirlint.cli.Redirlint;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a manual page for each command, in AsciiDoc, into the folder it is given. */
final class ManPages {

  public static void main(String[] arguments) throws Exception {
    PrintWriter nowhere = new PrintWriter(PrintWriter.nullWriter());
    int status =
        ManPageGenerator.generateManPage(
            new File(arguments[0]),
            null,
            new boolean[0],
            true,
            Redirlint.commandLine(nowhere, nowhere).getCommandSpec());
    System.exit(status);
  }
}
