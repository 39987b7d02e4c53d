package latent.purge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import latent.key.Alphabet;
import latent.key.KeyGrammar;
import latent.key.KeyRules;
import latent.key.OriginalKey;
import latent.key.RenditionKey;
import latent.kit.TestBuckets;
import latent.kit.TestKeys;
import latent.metrics.Meters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.exception.SdkException;

/** Which renditions a purge removes, on a real S3 server. */
class PurgeTest {
    private static final OriginalKey ORIGINAL = new OriginalKey("w/a.jpg");
    private static final String OUTDATED = "\"0\"";

    private final Meters meters = new Meters();
    private TestBuckets buckets;
    private Purge purge;

    @BeforeEach
    void start(@TempDir Path data) throws Exception {
        buckets = new TestBuckets(data);
        purge = new Purge(buckets.originals, buckets.stored, Optional.empty(), TestKeys.GRAMMAR, meters);
    }

    @AfterEach
    void stop() {
        buckets.close();
    }

    @Test
    void renditions_of_another_version_are_removed_in_either_style_and_those_of_the_current_one_stay() {
        String current = buckets.putOriginal(ORIGINAL, bytes("new"));
        add("w/a_60_40.jpg", OUTDATED);
        add("w/a-60x40.jpg", OUTDATED);
        add("w/a_7_7.jpg.webp", current);
        PurgeResult result = purge.purge(ORIGINAL);
        assertThat(buckets.storedKeys()).containsExactly("w/a_7_7.jpg.webp");
        assertThat(result.removed()).isEqualTo(2);
        assertThat(result.exists()).isTrue();
        assertThat(result.wanted())
                .extracting(RenditionKey::value)
                .containsExactlyInAnyOrder("w/a_60_40.jpg", "w/a-60x40.jpg");
        assertThat(result.outcome()).isEqualTo("replaced");
        assertThat(meters.scrape()).contains("latent_purged_total 2.0");
    }

    @Test
    void a_second_purge_finds_nothing_to_do() {
        buckets.putOriginal(ORIGINAL, bytes("new"));
        add("w/a_60_40.jpg", OUTDATED);
        purge.purge(ORIGINAL);
        PurgeResult again = purge.purge(ORIGINAL);
        assertThat(again.removed()).isZero();
        assertThat(again.wanted()).isEmpty();
        assertThat(again.outcome()).isEqualTo("unchanged");
    }

    @Test
    void all_renditions_of_a_removed_original_go_and_none_is_wanted_again() {
        String last = buckets.putOriginal(ORIGINAL, bytes("last"));
        add("w/a_60_40.jpg", last);
        add("w/a_7_7.jpg", OUTDATED);
        buckets.removeOriginal(ORIGINAL);
        PurgeResult result = purge.purge(ORIGINAL);
        assertThat(buckets.storedKeys()).isEmpty();
        assertThat(result.removed()).isEqualTo(2);
        assertThat(result.wanted()).isEmpty();
        assertThat(result.outcome()).isEqualTo("removed");
    }

    @Test
    void renditions_of_originals_whose_names_begin_alike_stay() {
        add("w/a_600_400_1_1.jpg", OUTDATED);
        add("w/a_b_60_40.jpg", OUTDATED);
        add("w/a-b-60x40.jpg", OUTDATED);
        add("w/a_60_40.png", OUTDATED);
        purge.purge(ORIGINAL);
        assertThat(buckets.storedKeys())
                .containsExactlyInAnyOrder(
                        "w/a_600_400_1_1.jpg", "w/a_b_60_40.jpg", "w/a-b-60x40.jpg", "w/a_60_40.png");
    }

    @Test
    void an_object_without_our_metadata_stays_while_its_original_exists_and_goes_with_it() {
        buckets.putOriginal(ORIGINAL, bytes("new"));
        buckets.s3.put("renditions", "w/a_60_40.jpg", "somebody else's");
        purge.purge(ORIGINAL);
        assertThat(buckets.storedKeys()).containsExactly("w/a_60_40.jpg");
        buckets.removeOriginal(ORIGINAL);
        purge.purge(ORIGINAL);
        assertThat(buckets.storedKeys()).isEmpty();
    }

    @Test
    void a_rendition_whose_key_the_rules_no_longer_allow_is_known_by_its_metadata_and_not_wanted_again() {
        KeyRules former = new KeyRules(Alphabet.SAFE, 20_000, Map.of("card", "60x40"));
        KeyGrammar grammar = new KeyGrammar(former);
        buckets.putOriginal(ORIGINAL, bytes("new"));
        buckets.addRendition(grammar.parse("w/a_9000_0.jpg"), OUTDATED);
        buckets.addRendition(grammar.parse("w/a_p-card.jpg"), OUTDATED);
        buckets.addRendition(grammar.parse("w/a_b_p-card.jpg"), OUTDATED);
        PurgeResult result = purge.purge(ORIGINAL);
        assertThat(buckets.storedKeys()).containsExactly("w/a_b_p-card.jpg");
        assertThat(result.removed()).isEqualTo(2);
        assertThat(result.wanted()).isEmpty();
    }

    @Test
    void nothing_is_removed_when_s3_does_not_say_which_version_there_is() {
        buckets.putOriginal(ORIGINAL, bytes("new"));
        add("w/a_60_40.jpg", OUTDATED);
        buckets.between.headStatus = 503;
        assertThatThrownBy(() -> purge.purge(ORIGINAL)).isInstanceOf(SdkException.class);
        assertThat(buckets.storedKeys()).containsExactly("w/a_60_40.jpg");
    }

    private void add(String key, String sourceETag) {
        buckets.addRendition(TestKeys.key(key), sourceETag);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
