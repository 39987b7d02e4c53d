import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** {@code latent render}, in this process. */
final class RenderInProcess {
    private final CommandLine commandLine = new CommandLine();

    RenderInProcess() throws ReflectiveOperationException {}

    /** The sentence of the refusal, or nothing when there is a rendition. */
    String run(String engine, Path file, String key, Path rendition) throws ReflectiveOperationException {
        PrintStream errors = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            // SVG is drawn in workers only; for all others it would cost the start of one for each.
            String how = file.toString().endsWith(".svg") ? "originals.svg=drawn" : "render.isolation=none";
            int exit = commandLine.run(
                    "render", "--set", "render.engine=" + engine, "--set", how, file.toString(), key, rendition.toString());
            String sentence = printed.toString(StandardCharsets.UTF_8).strip();
            String last = sentence.isEmpty() ? "exit " + exit : sentence.lines().toList().getLast();
            return exit == 0 ? "" : last.replaceFirst("^latent: ", "");
        } finally {
            System.setErr(errors);
        }
    }
}
