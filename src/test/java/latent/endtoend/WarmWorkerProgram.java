package latent.endtoend;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import latent.WarmService;
import latent.config.SettingSources;

/** {@code latent warm} whose messages come to another worker sooner after its death than the product's do. */
final class WarmWorkerProgram {
    private WarmWorkerProgram() {}

    /**
     * Starts it; it ends when it is killed.
     *
     * @param words the seconds of a lease, and settings as NAME=VALUE
     */
    public static void main(String[] words) throws InterruptedException {
        Map<String, String> settings = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            settings.put(words[i].replaceAll("=.*", ""), words[i].replaceAll("^[^=]*=", ""));
        }
        WarmService.start(
                new SettingSources().with(settings, "test").read(), Duration.ofSeconds(Integer.parseInt(words[0])));
        Thread.currentThread().join();
    }
}
