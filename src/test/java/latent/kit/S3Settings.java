package latent.kit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import latent.local.TestS3;
import org.jspecify.annotations.NullMarked;

/** The settings of a processor or command that keeps its buckets in a server of {@link TestS3}. */
@NullMarked
public final class S3Settings {
    private S3Settings() {}

    /**
     * Where S3 is, with its access key.
     *
     * @param more further settings, name and value in turn
     */
    public static Map<String, String> of(URI s3, String... more) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("s3.endpoint", s3.toString());
        settings.put("s3.access-key", TestS3.ACCESS_KEY);
        settings.put("s3.secret-key", TestS3.SECRET_KEY);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }
}
