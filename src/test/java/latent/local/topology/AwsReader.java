package latent.local.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Asks AWS's own APIs, as an emulator answers them: unsigned, and with the Region in the credential's scope. */
final class AwsReader implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI endpoint;

    AwsReader(URI endpoint) {
        this.endpoint = endpoint;
    }

    /** The answer of a GET. */
    String get(String path) {
        return ask(HttpRequest.newBuilder(URI.create(endpoint + path)));
    }

    /**
     * Secure parameters of a Region, by the variable that each becomes.
     *
     * @param variables by the ends of the parameters' names; other parameters are left out
     */
    Map<String, String> secureParameters(String region, Map<String, String> variables) {
        Map<String, String> secrets = new LinkedHashMap<>();
        JSON.readTree(ssm(region, "DescribeParameters", "{}"))
                .get("Parameters")
                .valueStream()
                .map(parameter -> parameter.get("Name").stringValue())
                .forEach(name -> Optional.ofNullable(variables.get(name.substring(name.lastIndexOf('/'))))
                        .ifPresent(variable -> secrets.put(variable, secret(region, name))));
        return secrets;
    }

    private String secret(String region, String name) {
        String parameter = ssm(region, "GetParameter", "{\"Name\": \"" + name + "\", \"WithDecryption\": true}");
        return JSON.readTree(parameter).at("/Parameter/Value").stringValue();
    }

    private String ssm(String region, String action, String body) {
        return ask(HttpRequest.newBuilder(endpoint.resolve("/"))
                .header("X-Amz-Target", "AmazonSSM." + action)
                .header("Content-Type", "application/x-amz-json-1.1")
                // The emulator looks for the service and the Region here, and checks nothing.
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=testing/20261121/" + region
                                + "/ssm/aws4_request, SignedHeaders=host, Signature=0")
                .POST(BodyPublishers.ofString(body)));
    }

    private String ask(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while reading what was applied", e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
