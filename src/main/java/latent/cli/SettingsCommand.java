package latent.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import latent.config.SettingSources;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that goes by the settings. */
abstract class SettingsCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Does what the command is for.
     *
     * @return false when something failed, which is exit code 1
     */
    abstract boolean run(SettingSources sources) throws Exception;

    @Override
    public final Integer call() throws Exception {
        return run(settings.sources()) ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** What to throw where the words of the command are not understood: exit code 2, with its usage. */
    final ParameterException notUnderstood(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Standard output; to be flushed. */
    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
