package latent.cli;

import java.io.PrintWriter;
import latent.config.SettingSources;
import latent.config.SettingValue;
import picocli.CommandLine.Command;

/** {@code latent config}. */
@Command(
        name = "config",
        description = {
            "Print the effective settings: name, value, source. Secrets are masked.",
            "",
            "With values that cannot be used it also names every problem, and fails."
        })
final class ConfigCommand extends SettingsCommand {
    @Override
    boolean run(SettingSources sources) throws Exception {
        PrintWriter out = out();
        for (SettingValue value : sources.effective()) {
            out.printf("%-26s %-34s %s%n", value.setting().settingName(), value.printable(), value.source());
        }
        out.flush();
        sources.read();
        return true;
    }
}
