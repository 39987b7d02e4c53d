package latent.render.header;

import latent.refusal.Reason;
import latent.refusal.Refusal;

/** The refusals of damaged headers, which all container formats share. */
final class Broken {
    private Broken() {}

    static Refusal header(String why) {
        return new Refusal(Reason.NOT_A_PICTURE, "The original is not a whole picture: " + why + ".");
    }

    static Refusal implausible() {
        return new Refusal(Reason.TOO_LARGE, "The original claims more than its bytes can hold.");
    }
}
