package latent.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import latent.config.SettingSources;
import latent.key.KeyGrammar;
import latent.kit.BesideOtherClasses;
import latent.kit.OncePerRun;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanCounts;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import latent.spark.InventoryFiles.Item;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a plan finds in inventories. */
@BesideOtherClasses
class PlanJobTest {
    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    private static final Instant THEN = Instant.parse("2026-11-01T10:00:00Z");
    private static final Instant LATER = THEN.plusSeconds(1);
    private static final List<String> WANTED = List.of("** 320_0,600x400_fill original,webp", "shop/** 64_64 png");
    private static final Map<String, String> SETTINGS = Map.of("keys.alphabet", "unicode");

    private static final List<Item> ORIGINALS = List.of(
            new Item("a.jpg", THEN),
            new Item("shop/sommer fest/größe+.jpg", LATER),
            new Item("shop/c.tiff", THEN),
            new Item("notes.txt", THEN),
            new Item("old.jpg", 5, THEN, false, false),
            new Item("deleted.jpg", 0, THEN, true, true));

    private static final List<Item> RENDITIONS = List.of(
            new Item("a_320_0.jpg", THEN),
            new Item("a-600x400_fill.jpg.webp", LATER),
            new Item("a_7_7.jpg", LATER),
            new Item("shop/sommer fest/größe+_320_0.jpg", THEN),
            new Item("shop/sommer fest/größe+_9_9.jpg", THEN),
            new Item("deleted_320_0.jpg", LATER),
            new Item("gone-1x1.jpg", LATER),
            new Item("index.html", THEN));

    @Test
    void missing_stale_orphaned_and_unplanned_renditions_are_told_apart(@TempDir Path folder) throws Exception {
        Path originals = InventoryFiles.csv(folder, "originals", ORIGINALS);
        Path renditions = InventoryFiles.csv(folder, "renditions", RENDITIONS);
        Path out = folder.resolve("plan");

        PlanReport report = job().plan(request(originals, renditions, ShardFormat.NDJSON), out.toString());

        // wanted: 4 of a.jpg, 5 of größe+.jpg, and of the TIFF 2 as WebP and 1 as PNG
        PlanCounts counts = report.counts();
        assertThat(counts.originals()).isEqualTo(3);
        assertThat(counts.otherFiles()).isEqualTo(1);
        assertThat(counts.wanted()).isEqualTo(4 + 5 + 3);
        assertThat(counts.present()).isEqualTo(2);
        assertThat(counts.missing()).isEqualTo(2 + 4 + 3);
        assertThat(counts.stale()).isEqualTo(2);
        assertThat(counts.toMake()).isEqualTo(2 + 5 + 3);
        assertThat(counts.unplanned()).isEqualTo(2);
        assertThat(counts.orphaned()).isEqualTo(2);
        assertThat(counts.otherObjects()).isEqualTo(1);
        assertThat(counts.families()).isEqualTo(3);
        assertThat(counts.bytesToRead()).isEqualTo(3_000_000);
        assertThat(counts.bytesToRender()).isEqualTo(10_000_000);
        assertThat(report.estimate().putRequests()).isEqualTo(10);
        List<Row> shards = SPARK.get()
                .read()
                .json(out.resolve("shards").toString())
                .orderBy("original")
                .collectAsList();
        assertThat(shards.getFirst().<String>getList(shards.getFirst().fieldIndex("keys")))
                .containsExactly("a-600x400_fill.jpg", "a_320_0.jpg.webp");
        assertThat(SPARK.get()
                        .read()
                        .json(out.resolve("orphans").toString())
                        .select("key")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactlyInAnyOrder("deleted_320_0.jpg", "gone-1x1.jpg");
        assertThat(job().requestOf(out.toString()).wanted()).isEqualTo(WANTED);
    }

    @Test
    void renditions_of_originals_of_other_hosts_are_no_orphans_and_nothing_is_planned_of_a_file_that_they_hide(
            @TempDir Path folder) throws Exception {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("originals.http", "shop/=https://shop.example/");
        List<Item> renditions = new ArrayList<>(RENDITIONS);
        renditions.add(new Item("shop/only-there_320_0.jpg", THEN));
        Path out = folder.resolve("plan");

        PlanReport report = job(settings)
                .plan(
                        request(
                                InventoryFiles.csv(folder, "originals", ORIGINALS),
                                InventoryFiles.csv(folder, "renditions", renditions),
                                ShardFormat.NDJSON),
                        out.toString());

        PlanCounts counts = report.counts();
        assertThat(counts.ofOtherHosts())
                .as("two of größe+.jpg, which the bucket has too, and one")
                .isEqualTo(3);
        assertThat(counts.orphaned()).isEqualTo(2);
        assertThat(counts.originals()).as("a.jpg alone").isEqualTo(1);
        assertThat(counts.otherFiles()).as("and two below shop/").isEqualTo(1 + 2);
        assertThat(counts.stale()).isZero();
        assertThat(SPARK.get()
                        .read()
                        .json(out.resolve("shards").toString())
                        .select("original")
                        .collectAsList())
                .extracting(row -> row.getString(0))
                .containsExactly("a.jpg");
        var printed = new ByteArrayOutputStream();
        report.print(new PrintStream(printed, true, UTF_8));
        assertThat(printed.toString(UTF_8))
                .contains("orphaned    2 without", "other hosts 3 of originals that no listing has");
    }

    @Test
    void an_inventory_as_parquet_says_the_same_as_csv(@TempDir Path folder) throws Exception {
        PlanReport csv = job().estimate(request(
                InventoryFiles.csv(folder.resolve("csv"), "originals", ORIGINALS),
                InventoryFiles.csv(folder.resolve("csv"), "renditions", RENDITIONS),
                ShardFormat.PARQUET));
        PlanReport parquet = job().estimate(request(
                InventoryFiles.parquet(SPARK.get(), folder.resolve("parquet"), "originals", ORIGINALS),
                InventoryFiles.parquet(SPARK.get(), folder.resolve("parquet"), "renditions", RENDITIONS),
                ShardFormat.PARQUET));
        assertThat(parquet).isEqualTo(csv);
        assertThat(csv.counts().wanted()).isEqualTo(12);
    }

    @Test
    void an_inventory_of_another_bucket_and_a_folder_with_other_files_are_refused(@TempDir Path folder)
            throws Exception {
        Path others = InventoryFiles.csv(folder, "others", ORIGINALS);
        Path renditions = InventoryFiles.csv(folder, "renditions", RENDITIONS);
        assertThatThrownBy(() -> job().estimate(request(others, renditions, ShardFormat.PARQUET)))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("is of the bucket others, and not of originals");
        Path originals = InventoryFiles.csv(folder, "originals", ORIGINALS);
        Path mine = Files.createDirectories(folder.resolve("mine"));
        Path thesis = Files.writeString(mine.resolve("thesis"), "years of work");
        assertThatThrownBy(() -> job().plan(request(originals, renditions, ShardFormat.PARQUET), mine.toString()))
                .isInstanceOf(JobFailed.class)
                .hasMessageContaining("has other files in it");
        assertThat(thesis).exists();
    }

    /** The short form of {@code bench/plan}. */
    @Test
    void twenty_thousand_originals_in_eight_sizes_are_in_one_shard_each(@TempDir Path folder) throws Exception {
        int count = 20_000;
        List<Item> originals = new ArrayList<>();
        List<Item> renditions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String stem = "catalogue/%02d/item-%d".formatted(i % 50, i);
            originals.add(new Item(stem + ".jpg", THEN));
            if (i % 2 == 0) {
                renditions.add(new Item(stem + "_320_0.jpg", i % 10 == 0 ? THEN.minusSeconds(1) : LATER));
            }
        }
        Path out = folder.resolve("plan");
        PlanRequest request = new PlanRequest(
                inventory(InventoryFiles.csv(folder, "originals", originals)),
                inventory(InventoryFiles.csv(folder, "renditions", renditions)),
                "catalogue/",
                OriginalGlob.ALL,
                List.of("** 160_0,320_0,480_0,640_0,800_0,1024_0,1280_0,1600_0"),
                StaleBy.DATE,
                1000,
                ShardFormat.PARQUET);

        PlanReport report = job().plan(request, out.toString());

        assertThat(report.counts().wanted()).isEqualTo(8L * count);
        assertThat(report.counts().present()).isEqualTo(count / 2 - count / 10);
        assertThat(report.counts().stale()).isEqualTo(count / 10);
        assertThat(report.counts().toMake()).isEqualTo(8L * count - count / 2 + count / 10);
        KeyGrammar grammar = new SettingSources().read().keys().grammar();
        Set<String> seen = new HashSet<>();
        try (Stream<Path> files = Files.list(out.resolve("shards"))) {
            for (Path shard :
                    files.filter(file -> file.toString().endsWith(".parquet")).toList()) {
                List<Row> families =
                        SPARK.get().read().parquet(shard.toString()).collectAsList();
                assertThat(families).hasSizeLessThanOrEqualTo(1000);
                for (Row family : families) {
                    assertThat(seen.add(family.getString(0)))
                            .as("an original in two shards")
                            .isTrue();
                    assertThat(family.<String>getList(3))
                            .allSatisfy(key -> assertThat(
                                            grammar.parse(key).original().value())
                                    .isEqualTo(family.getString(0)));
                }
            }
        }
        assertThat(seen).hasSize(count);
        assertThat(report.shards()).isBetween((long) count / 1000, (long) count / 1000 + 8);
    }

    private static PlanJob job() {
        return job(SETTINGS);
    }

    private static PlanJob job(Map<String, String> settings) {
        return new PlanJob(SPARK.get(), JobSettings.of(new SettingSources().with(settings, "test")));
    }

    private static PlanRequest request(Path originals, Path renditions, ShardFormat format) {
        return new PlanRequest(
                inventory(originals), inventory(renditions), "", OriginalGlob.ALL, WANTED, StaleBy.DATE, 1000, format);
    }

    private static KeySource inventory(Path manifest) {
        return new KeySource(KeySource.Kind.INVENTORY, manifest.toString());
    }
}
