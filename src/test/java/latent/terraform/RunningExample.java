package latent.terraform;

import java.net.URI;
import tools.jackson.databind.JsonNode;

/**
 * An example of the modules that is applied and has not been destroyed yet.
 *
 * @param endpoint answers as every service of AWS
 * @param outputs  of the example's root module
 */
public record RunningExample(URI endpoint, JsonNode outputs) {}
