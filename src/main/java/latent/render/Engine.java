package latent.render;

/** Renders: decodes, orients, resizes and encodes one picture. Thread-safe; it runs on the caller's thread and keeps nothing. */
public interface Engine extends AutoCloseable {
    /** Name and version, for the log, the metrics and the health page. */
    String name();

    /** What it reads, writes and understands; all else is refused before {@link #render}. */
    EngineCapabilities capabilities();

    /**
     * Makes one rendition.
     *
     * @return the encoded rendition, without metadata except what the key keeps
     * @throws RenderTooExpensive when it was ended at its deadline, or for want of memory
     * @throws latent.refusal.Refusal when the file cannot be decoded, or asks for something this engine lacks
     */
    byte[] render(RenderJob job);

    /** Whether it hands out what it decoded, and takes that in the place of a file: see {@link DecodeReuse}. */
    default boolean sharesDecodes() {
        return false;
    }

    @Override
    void close();
}
