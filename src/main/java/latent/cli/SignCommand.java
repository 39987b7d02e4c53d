package latent.cli;

import java.io.PrintWriter;
import latent.config.SettingSources;
import latent.config.Settings.Keys;
import latent.key.RenditionKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code latent sign}. */
@Command(
        name = "sign",
        description = {
            "Print a rendition key with its signature, by the first of keys.signing-secrets.",
            "",
            "One signature is good for every format of the rendition. A key that would be refused is not signed."
        })
final class SignCommand extends SettingsCommand {
    @Parameters(
            index = "0",
            paramLabel = "KEY",
            description = "As in widgets/myimage_600_400.jpg, without a signature.")
    private String key = "";

    @Override
    boolean run(SettingSources sources) throws Exception {
        Keys keys = sources.read().keys();
        if (!keys.signing().on()) {
            throw notUnderstood("There is nothing to sign with: keys.signing-secrets is empty.");
        }
        RenditionKey signed = keys.grammar().sign(key);
        keys.ladder().check(signed);
        PrintWriter out = out();
        out.println(signed);
        out.flush();
        return true;
    }
}
