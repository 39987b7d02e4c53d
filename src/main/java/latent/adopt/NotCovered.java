package latent.adopt;

/** An old URL that no rendition key takes the place of; the message says why, in a sentence. */
final class NotCovered extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotCovered(String sentence) {
        super(sentence, null, false, false);
    }
}
