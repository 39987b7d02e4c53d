package latent.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import latent.config.Settings.Keys;
import latent.key.RenditionKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code latent sign}. */
@Command(
        name = "sign",
        description = {
            "Print a rendition key with its signature, by the first of keys.signing-secrets.",
            "",
            "One signature is good for every format of the rendition. A key that would be refused is not signed."
        })
final class SignCommand implements Callable<Integer> {
    @Mixin
    private SettingsOptions settings = new SettingsOptions();

    @Parameters(
            index = "0",
            paramLabel = "KEY",
            description = "As in widgets/myimage_600_400.jpg, without a signature.")
    private String key = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        Keys keys = settings.sources().read().keys();
        if (!keys.signing().on()) {
            throw new ParameterException(
                    spec.commandLine(), "There is nothing to sign with: keys.signing-secrets is empty.");
        }
        RenditionKey signed = keys.grammar().sign(key);
        keys.ladder().check(signed);
        PrintWriter out = spec.commandLine().getOut();
        out.println(signed);
        out.flush();
        return ExitCode.OK;
    }
}
