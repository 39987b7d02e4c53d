package latent.terraform;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * An applied example.
 *
 * @param endpoint answers as every service of AWS
 * @param outputs  of the example's root module
 */
public record Held(URI endpoint, JsonNode outputs) {}
