import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** {@code latent render}, in this process: its classes are found by name, so that this source is compiled without them. */
final class RenderCommand {
    private final Object commands;
    private final Method run;

    RenderCommand() throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName("latent.Main$Commands").getDeclaredConstructor();
        constructor.setAccessible(true);
        commands = constructor.newInstance();
        run = Arrays.stream(Class.forName("latent.cli.LatentCommand").getMethods())
                .filter(method -> method.getName().equals("run") && method.getParameterCount() == 2)
                .findFirst()
                .orElseThrow();
    }

    /** The sentence of the refusal, or nothing when there is a rendition. */
    String run(String engine, Path file, String key, Path rendition) throws ReflectiveOperationException {
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        try {
            // SVG is drawn in workers only; for all others it would cost the start of one for each.
            String how = file.toString().endsWith(".svg") ? "originals.svg=drawn" : "render.isolation=none";
            String[] words = {
                "render", "--set", "render.engine=" + engine, "--set", how, file.toString(), key, rendition.toString()
            };
            int exit = (int) run.invoke(null, commands, words);
            String sentence = said.toString(StandardCharsets.UTF_8).strip();
            String last = sentence.isEmpty() ? "exit " + exit : sentence.lines().toList().getLast();
            return exit == 0 ? "" : last.replaceFirst("^latent: ", "");
        } finally {
            System.setErr(errors);
        }
    }
}
