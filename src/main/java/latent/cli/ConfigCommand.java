package latent.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import latent.config.SettingSources;
import latent.config.SettingValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code latent config}. */
@Command(
        name = "config",
        description = {
            "Print the effective settings: name, value, source. Secrets are masked.",
            "",
            "With values that cannot be used it also names every problem, and fails."
        })
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        SettingSources sources = settings.sources();
        PrintWriter out = spec.commandLine().getOut();
        for (SettingValue value : sources.effective()) {
            out.printf("%-26s %-34s %s%n", value.setting().settingName(), value.printable(), value.source());
        }
        out.flush();
        sources.read();
        return ExitCode.OK;
    }
}
