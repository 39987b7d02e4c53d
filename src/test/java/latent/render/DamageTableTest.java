package latent.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import latent.kit.BesideOtherClasses;
import latent.render.DamageTrial.Damage;
import latent.render.DamageTrial.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files of every kind, damaged at 40 places in three ways, on both engines. */
@BesideOtherClasses
class DamageTableTest {
    private static final Path FILE = Path.of("docs/damage.md");
    private static final Set<String> CHECKED_BY_DECODERS = Set.of("PNG", "PNG, interlaced", "AVIF");

    private static DamageTable table;

    @BeforeAll
    static void damage() {
        List<Engine> engines = TestedEngines.all().toList();
        assumeTrue(engines.size() == 2, "no libvips here: run `npm ci`");
        table = DamageTable.of(engines.get(0), engines.get(1));
    }

    @Test
    void the_table_says_what_became_of_them() throws Exception {
        boolean readsHeic = table.lines().stream().anyMatch(line -> line.kind().startsWith("HEIC"));
        if (Boolean.getBoolean("damage.write")) {
            assertThat(readsHeic).as("libheif is here, so that no line is lost").isTrue();
            Files.writeString(FILE, table.text());
        }
        String written = Files.readString(FILE);
        assertThat(readsHeic ? written : written.replaceAll("(?m)^\\| HEIC.*\\R", ""))
                .as("mvn test -Dtest=DamageTableTest -Ddamage.write=true makes it anew")
                .isEqualTo(table.text());
    }

    @Test
    void no_cut_file_is_shown_with_a_part_missing() {
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(line.count(Damage.CUT, Outcome.SHOWN_WRONG))
                        .as(line.kind() + " in " + line.engine())
                        .isZero());
    }

    @Test
    void what_has_a_checksum_is_never_shown_wrong() {
        assertThat(table.lines().stream().filter(line -> CHECKED_BY_DECODERS.contains(line.kind())))
                .isNotEmpty()
                .allSatisfy(line -> {
                    for (Damage damage : Damage.values()) {
                        assertThat(line.count(damage, Outcome.SHOWN_WRONG)).isZero();
                    }
                });
    }

    @Test
    void of_a_gif_hardly_a_damaged_frame_is_shown_wrong() {
        assertThat(table.lines().stream().filter(line -> line.kind().equals("GIF")))
                .isNotEmpty()
                .allSatisfy(line -> {
                    assertThat(line.count(Damage.FLIP, Outcome.SHOWN_WRONG)).isLessThan(DamageTrial.PLACES / 10);
                    assertThat(line.count(Damage.ZERO, Outcome.SHOWN_WRONG)).isLessThan(DamageTrial.PLACES / 10);
                });
    }
}
