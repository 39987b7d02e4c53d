import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.Arrays;

/** The program's command line, in this process. Its classes are found by name, so that one source runs against two builds. */
final class CommandLine {
    private final Constructor<?> commands;
    private final Method run;

    CommandLine() throws ReflectiveOperationException {
        commands = Class.forName("latent.Main$Commands").getDeclaredConstructor();
        commands.setAccessible(true);
        run = Arrays.stream(Class.forName("latent.cli.LatentCommand").getMethods())
                .filter(method -> method.getName().equals("run") && method.getParameterCount() == 2)
                .findFirst()
                .orElseThrow();
    }

    /** Runs a command and returns its exit code. */
    int run(String... words) throws ReflectiveOperationException {
        return (int) run.invoke(null, commands.newInstance(), words);
    }
}
