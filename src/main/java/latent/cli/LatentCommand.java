package latent.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program's name on the command line. */
@Command(
        name = "latent",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Latent makes image renditions the first time someone looks.",
            "",
            "A website bucket serves widgets/myimage_600_400.jpg. When the key is missing, S3 redirects to the processor, which resizes"
                    + " widgets/myimage.jpg, answers the visitor, and stores the result under the same key.",
            ""
        },
        footer = {"", "Try it:  ./latent demo --originals ~/Pictures", "After terraform apply:  ./latent check --help"},
        mixinStandardHelpOptions = true,
        version = "latent 0.1.0")
public final class LatentCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs the command that the arguments name.
     *
     * @return the exit code: 0 done, 1 failed, 2 not understood or badly configured
     */
    public static int run(Actions actions, String... words) {
        if (cameInDamaged(words)) {
            System.err.println("latent: Java cannot read these words: the locale is not UTF-8. Set LC_ALL=C.UTF-8.");
            return ExitCode.USAGE;
        }
        if (ServeByEnvironment.isMeantBy(words)) {
            return ServeByEnvironment.run(actions);
        }
        CommandLine line = new CommandLine(new LatentCommand());
        commands(actions, words).forEach((name, command) -> line.addSubcommand(name, command.get()));
        line.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(sentence());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return line.execute(words);
    }

    /** The command of the first word alone where there is one: a model of all of them takes a tenth of a start. */
    private static Map<String, Supplier<Object>> commands(Actions actions, String... words) {
        Map<String, Supplier<Object>> all = all(actions);
        return words.length > 0 && all.containsKey(words[0]) ? Map.of(words[0], all.get(words[0])) : all;
    }

    /** In the order of the help. */
    private static Map<String, Supplier<Object>> all(Actions actions) {
        Map<String, Supplier<Object>> all = new LinkedHashMap<>();
        all.put("demo", () -> new DemoCommand(actions));
        all.put("serve", () -> new ServeCommand(actions));
        all.put("warm", () -> new WarmCommand(actions));
        all.put("purge", () -> new PurgeCommand(actions));
        all.put("plan", () -> new PlanCommand(actions));
        all.put("audit", () -> new AuditCommand(actions));
        all.put("expire", () -> new ExpireCommand(actions));
        all.put("check", () -> new CheckCommand(actions));
        all.put("render", () -> new RenderCommand(actions));
        all.put("sign", SignCommand::new);
        all.put("adopt", AdoptCommand::new);
        all.put("config", ConfigCommand::new);
        all.put("playground", () -> new PlaygroundCommand(actions));
        all.put("prepare", () -> new PrepareCommand(actions));
        return all;
    }

    /** Java puts U+FFFD for what it cannot read; a key with it would be signed, and be another key. */
    private static boolean cameInDamaged(String... words) {
        boolean readsAll = "UTF-8".equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
        return !readsAll && Arrays.stream(words).anyMatch(word -> word.indexOf('\ufffd') >= 0);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "No command was given; choose one of those below.");
    }

    private static IExecutionExceptionHandler sentence() {
        return (failure, command, parsed) ->
                FailureReport.tell(failure, command.getCommandSpec().exitCodeOnExecutionException(), command.getErr());
    }
}
