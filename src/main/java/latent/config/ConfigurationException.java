package latent.config;

import java.util.List;

/** The start is refused: its message names every problem, one a line. */
public final class ConfigurationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** One or more problems, each a sentence. */
    public ConfigurationException(List<String> problems) {
        super("The configuration has " + problems.size() + (problems.size() == 1 ? " problem:" : " problems:") + "\n  "
                + String.join("\n  ", problems));
    }
}
