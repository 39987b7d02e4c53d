package latent.adopt;

import java.util.Optional;
import latent.key.RenditionKey;

/**
 * An old URL and what takes its place.
 *
 * @param old     as it stands in the file
 * @param form    of whose it is; {@code latent} where it is a key already; empty where it is nobody's that we know
 * @param options as a function finds them in the URL
 * @param key     what takes its place; empty where nothing does
 * @param because why not; empty where something does
 */
public record AdoptedUrl(
        String old, Optional<OldUrlForm> form, String options, Optional<RenditionKey> key, String because) {
    /** A key, which stays what it is. */
    static AdoptedUrl already(String old, RenditionKey key) {
        return new AdoptedUrl(old, Optional.empty(), "", Optional.of(key), "");
    }

    static AdoptedUrl none(String old, Optional<OldUrlForm> form, String because) {
        return new AdoptedUrl(old, form, "", Optional.empty(), because);
    }

    /** Of the form, for people. */
    public String formName() {
        return form.map(OldUrlForm::name).orElse(key.isPresent() ? "latent" : "unknown");
    }
}
