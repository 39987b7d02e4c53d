package latent.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import latent.plan.KeySource;
import latent.plan.OriginalGlob;
import latent.plan.PlanReport;
import latent.plan.PlanRequest;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlanRequest.StaleBy;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;

/** The folder of a plan, on any file system of Hadoop: {@code plan.json}, {@code shards/}, {@code orphans/} and {@code receipts/}. */
final class PlanFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final FileSystem system;

    PlanFolder(SparkSession spark, String folder) {
        this.folder = new Path(folder);
        try {
            this.system = this.folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
        } catch (IOException e) {
            throw new JobFailed("A plan cannot be kept in " + folder + ": " + e.getMessage());
        }
    }

    String path(String name) {
        return new Path(folder, name).toString();
    }

    private Path planFile() {
        return new Path(folder, "plan.json");
    }

    /**
     * Checks that the folder is empty or holds a plan, because its files will be deleted.
     *
     * @throws JobFailed when it holds other files
     */
    void prepare() {
        try {
            if (system.exists(folder) && system.listStatus(folder).length > 0 && !system.exists(planFile())) {
                throw new JobFailed(folder + " has other files in it; name a new folder, or one that holds a plan.");
            }
        } catch (IOException e) {
            throw new JobFailed("A plan cannot be kept in " + folder + ": " + e.getMessage());
        }
    }

    /** Says what was planned and found. */
    void write(PlanRequest request, PlanReport report) {
        ObjectNode plan = JSON.createObjectNode();
        ObjectNode asked = plan.putObject("request");
        asked.put("originals", request.originals().toString());
        asked.put("renditions", request.renditions().toString());
        asked.put("prefix", request.prefix());
        asked.put("glob", request.glob().toString());
        ArrayNode lines = asked.putArray("wanted");
        request.wanted().forEach(lines::add);
        asked.put("staleBy", request.staleBy().name().toLowerCase(Locale.ROOT));
        asked.put("shardOriginals", request.shardOriginals());
        asked.put("format", request.format().name().toLowerCase(Locale.ROOT));
        plan.set("report", json(report));
        try (OutputStream file = system.create(planFile(), true)) {
            JSON.writerWithDefaultPrettyPrinter().writeValue(file, plan);
        } catch (IOException e) {
            throw new JobFailed("The plan cannot be written: " + e.getMessage());
        }
    }

    /** What was planned. */
    PlanRequest request() {
        try (InputStream file = system.open(planFile())) {
            JsonNode asked = JSON.readTree(file).path("request");
            List<String> lines = new ArrayList<>();
            asked.path("wanted").forEach(line -> lines.add(line.asText()));
            return new PlanRequest(
                    KeySource.parse(asked.path("originals").asText()),
                    KeySource.parse(asked.path("renditions").asText()),
                    asked.path("prefix").asText(),
                    new OriginalGlob(asked.path("glob").asText()),
                    lines,
                    StaleBy.valueOf(asked.path("staleBy").asText().toUpperCase(Locale.ROOT)),
                    asked.path("shardOriginals").asInt(),
                    ShardFormat.valueOf(asked.path("format").asText().toUpperCase(Locale.ROOT)));
        } catch (IOException | IllegalArgumentException e) {
            throw missing(e);
        }
    }

    /** What was found. */
    PlanReport report() {
        try (InputStream file = system.open(planFile())) {
            return JSON.treeToValue(JSON.readTree(file).path("report"), PlanReport.class);
        } catch (IOException | IllegalArgumentException e) {
            throw missing(e);
        }
    }

    private JobFailed missing(Exception e) {
        return new JobFailed("There is no plan in " + folder + "; ./latent plan makes one. (" + e.getMessage() + ")");
    }

    static ObjectNode json(Object report) {
        return JSON.valueToTree(report);
    }

    long shards() {
        try {
            Path shards = new Path(path("shards"));
            long count = 0;
            for (var file : system.listStatus(shards)) {
                count += file.getPath().getName().startsWith("part-") && file.getLen() > 0 ? 1 : 0;
            }
            return count;
        } catch (IOException e) {
            throw new JobFailed("The shards cannot be counted: " + e.getMessage());
        }
    }
}
