package latent.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import latent.config.ConfigurationException;
import latent.local.LocalLibrariesMissing;
import latent.local.web.PortInUse;
import latent.refusal.Refusal;
import latent.render.EngineUnavailable;
import latent.spark.JobFailed;
import latent.spark.SparkLibrariesMissing;
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
    private static final List<Class<? extends Exception>> TOLD_IN_A_SENTENCE = List.of(
            IOException.class,
            UncheckedIOException.class,
            PortInUse.class,
            LocalLibrariesMissing.class,
            Refusal.class,
            EngineUnavailable.class,
            SparkLibrariesMissing.class,
            JobFailed.class);

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Runs the command that the words ask for.
     *
     * @return the exit code: 0 done, 1 failed, 2 not understood or badly configured
     */
    public static int run(Actions actions, String... words) {
        CommandLine line = new CommandLine(new LatentCommand())
                .addSubcommand(new DemoCommand(actions))
                .addSubcommand(new ServeCommand(actions))
                .addSubcommand(new WarmCommand(actions))
                .addSubcommand(new PlanCommand(actions))
                .addSubcommand(new CheckCommand(actions))
                .addSubcommand(new RenderCommand(actions))
                .addSubcommand(new SignCommand())
                .addSubcommand(new ConfigCommand())
                .addSubcommand(new PrepareCommand(actions))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(sentence());
        line.getSubcommands()
                .values()
                .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
        return line.execute(words);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What shall I do? One of the commands below.");
    }

    /** People get a sentence, not a stack trace; a fault of ours keeps its trace, because a sentence would not help to find it. */
    private static IExecutionExceptionHandler sentence() {
        return (failure, command, parsed) -> {
            boolean configuration = failure instanceof ConfigurationException;
            if (configuration || TOLD_IN_A_SENTENCE.stream().anyMatch(kind -> kind.isInstance(failure))) {
                command.getErr().println("latent: " + failure.getMessage());
                command.getErr().flush();
                return configuration ? ExitCode.USAGE : ExitCode.SOFTWARE;
            }
            throw failure;
        };
    }
}
