package latent.logging;

/** How lines of the log are written. */
public enum LogFormat {
    /** For people: time, level, where, and what. */
    TEXT,
    /** For machines: one JSON object a line. */
    JSON
}
