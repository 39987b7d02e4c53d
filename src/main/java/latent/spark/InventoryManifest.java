package latent.spark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.apache.spark.sql.SparkSession;

/**
 * The {@code manifest.json} of an inventory.
 *
 * @param fileSchema the columns, with commas; of Parquet a text of its own
 * @param files      of the inventory, where they were found
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-inventory-location.html">inventory manifests</a>
 */
record InventoryManifest(String sourceBucket, String fileFormat, String fileSchema, List<String> files) {
    InventoryManifest {
        files = List.copyOf(files);
    }

    /** Reads a manifest from wherever Hadoop reads files; the files are looked for beside it and in the folders above it. */
    static InventoryManifest read(SparkSession spark, String text) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Path path = new Path(text);
        try {
            FileSystem system = path.getFileSystem(hadoop);
            JsonNode manifest;
            try (InputStream file = system.open(path)) {
                manifest = new ObjectMapper().readTree(file);
            }
            List<String> files = new ArrayList<>();
            for (JsonNode file : manifest.path("files")) {
                files.add(found(system, path, file.path("key").asText()));
            }
            if (files.isEmpty()) {
                throw new JobFailed("The inventory has no files: " + text);
            }
            return new InventoryManifest(
                    manifest.path("sourceBucket").asText(),
                    manifest.path("fileFormat").asText().toUpperCase(java.util.Locale.ROOT),
                    manifest.path("fileSchema").asText(),
                    files);
        } catch (JsonProcessingException e) {
            throw new JobFailed("This is no manifest.json of an inventory: " + text);
        } catch (UnsupportedFileSystemException e) {
            throw new JobFailed(
                    "Spark here has no file system for " + text
                            + ". Copy the inventory with aws s3 cp --recursive and name the copy, or run on a cluster that reads it.");
        } catch (IOException e) {
            throw new JobFailed("The inventory cannot be read: " + e.getMessage());
        }
    }

    private static String found(FileSystem system, Path manifest, String key) throws IOException {
        for (Optional<Path> folder = Optional.ofNullable(manifest.getParent());
                folder.isPresent();
                folder = folder.map(Path::getParent)) {
            Path file = new Path(folder.get(), key);
            if (system.exists(file)) {
                return file.toString();
            }
        }
        throw new JobFailed(
                "The inventory's file " + key + " is neither beside its manifest nor in a folder above it.");
    }

    String[] paths() {
        return files.toArray(String[]::new);
    }
}
