package latent.warm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import latent.plan.PlannedFamily;
import org.junit.jupiter.api.Test;

class ShardMessagesTest {
    @Test
    void a_thousand_originals_fit_into_one_message_and_are_read_as_they_were_written() {
        List<PlannedFamily> families = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            String stem = "katalog/größe \"%d\"".formatted(i);
            families.add(new PlannedFamily(
                    stem + ".jpg", List.of(stem + "_320_0.jpg", stem + "_640_0.jpg.webp"), i % 3 == 0));
        }
        WarmShard shard = new WarmShard("7", families);
        List<String> messages = ShardMessages.write(shard);
        assertThat(messages).hasSize(1);
        assertThat(ShardMessages.isShard(messages.getFirst())).isTrue();
        assertThat(ShardMessages.read(messages.getFirst())).isEqualTo(shard);
    }

    @Test
    void a_shard_that_is_larger_than_a_message_is_split_and_nothing_is_lost() {
        Random random = new Random(1);
        List<PlannedFamily> families = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            byte[] name = new byte[200];
            random.nextBytes(name);
            String original = HexFormat.of().formatHex(name) + ".jpg";
            families.add(new PlannedFamily(original, List.of(original.replace(".jpg", "_320_0.jpg")), false));
        }
        List<String> messages = ShardMessages.write(new WarmShard("7", families));
        assertThat(messages).hasSizeGreaterThan(1).allMatch(message -> message.length() <= 256 << 10);
        assertThat(messages.stream().flatMap(message -> ShardMessages.read(message).families().stream()))
                .containsExactlyElementsOf(families);
    }

    @Test
    void a_message_that_the_program_has_not_written_is_no_shard() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 65; i++) {
                out.write(new byte[1 << 20]);
            }
        }
        for (String families : List.of("", "x", "H4sIAAAA", Base64.getEncoder().encodeToString(packed.toByteArray()))) {
            String message = "{\"latentShard\":\"1\",\"families\":\"%s\"}".formatted(families);
            assertThatIllegalArgumentException().isThrownBy(() -> ShardMessages.read(message));
        }
        assertThatIllegalArgumentException().isThrownBy(() -> ShardMessages.read("{\"latentShard\":1}"));
    }
}
