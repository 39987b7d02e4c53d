package latent.local.topology;

import static latent.local.topology.HandMadeTopology.image;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import latent.FamilyWarmers;
import latent.config.SettingSources;
import latent.kit.OncePerRun;
import latent.kit.S3Settings;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import latent.spark.JobSettings;
import latent.spark.PlanJob;
import latent.spark.SparkHere;
import latent.spark.WarmJob;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What first visitors find, everywhere, after a batch. */
class WarmedTopologyTest extends HandMadeSequences {
    @RegisterExtension
    static final OncePerRun<SparkSession> SPARK = SparkHere.SESSION;

    private static final List<String> EDGES = List.of("ARN1", "ARN2", "CDG1", "CDG2");
    private static final List<String> KEYS = List.of(
            "widgets/myimage_600_400.jpg",
            "widgets/myimage_320_0.jpg",
            "widgets/myimage_600_400.jpg.png",
            "widgets/myimage_320_0.jpg.png");

    @Test
    void TT_6_after_a_warm_run_no_first_visitor_anywhere_causes_a_transformation(@TempDir Path folder)
            throws IOException {
        try (HandMadeTopology ours = ours(302)) {
            warm(ours, folder);
            Ledger ledger = new Ledger("TT-6: first visitors after a warm run", ours);
            for (String edge : EDGES) {
                for (String key : KEYS) {
                    Visit visit = ledger.note(
                            edge + " " + key.substring(16), ours.at(edge).get(image(key)));
                    assertThat(visit.status()).isEqualTo(200);
                }
            }
            assertThat(ledger.print()).startsWith("transformations=0, max hops=1, loops=0,");
            assertThat(ours.requests()).as("nobody was redirected").isZero();
        }
    }

    /** A batch that asks for URLs fills the cache of the edge that is nearest to it; the others are no better off than without, where nothing is stored. */
    @Test
    void TT_4_a_warm_run_asks_no_edge_and_every_edge_finds_what_it_stored(@TempDir Path folder) throws IOException {
        try (HandMadeTopology ours = ours(302)) {
            ours.at("ARN1").get(image(KEY));
            ours.settle();
            ours.at("ARN1").get(image(KEY));
            assertThat(ours.at("ARN1").get(image(KEY)).lastXCache())
                    .as("nearest")
                    .isEqualTo(HIT);
            assertThat(ours.at("CDG1").get(image(KEY)).lastXCache())
                    .as("another edge had to ask S3")
                    .isNotEqualTo(HIT);
            int transformations = ours.transformations();
            int processor = ours.requests();
            warm(ours, folder);
            for (String edge : EDGES) {
                for (String key : KEYS) {
                    assertThat(ours.at(edge).get(image(key)).status()).isEqualTo(200);
                }
            }
            assertThat(ours.transformations()).isEqualTo(transformations);
            assertThat(ours.requests()).isEqualTo(processor);
        }
    }

    private static void warm(HandMadeTopology topology, Path folder) {
        JobSettings settings = JobSettings.of(new SettingSources()
                .with(
                        S3Settings.of(
                                topology.cloud.s3().url(), "renditions.bucket", "images", "render.engine", "imgscalr"),
                        "topology"));
        PlanRequest request = new PlanRequest(
                KeySource.OF_BUCKET,
                KeySource.OF_BUCKET,
                "",
                OriginalGlob.ALL,
                List.of("** 600_400,320_0 original,png"),
                StaleBy.DATE,
                1000,
                ShardFormat.NDJSON);
        String plan = folder.resolve("plan").toString();
        new PlanJob(SPARK.get(), settings).plan(request, plan);
        new WarmJob(SPARK.get(), plan).run(settings, FamilyWarmers.SOURCE, Optional.empty());
    }
}
