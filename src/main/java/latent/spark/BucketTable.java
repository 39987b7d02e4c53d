package latent.spark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import latent.config.Settings;
import latent.store.BucketListing;
import latent.store.ListedObject;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.TaskCompletionListener;

/** A bucket, listed by tasks in parallel, each for some of its folders. A task holds at most one page of the listing in memory. */
final class BucketTable {
    /** Folders that are looked into for further ones before the tasks begin. */
    private static final int MOST_LOOKED_INTO = 64;

    private static final int FOLDERS_FOR_A_SLOT = 8;

    private BucketTable() {}

    /** A part of a bucket: all below a folder, or only what lies right in it. */
    private record Part(boolean deep, String folder) {
        String text() {
            return (deep ? "deep " : "flat ") + folder;
        }

        static Part of(String text) {
            return new Part(text.startsWith("deep "), text.substring("deep ".length()));
        }
    }

    static Dataset<Row> of(SparkSession spark, JobSettings settings, boolean originals, String prefix) {
        List<String> parts;
        try (BucketListing listing = open(settings, originals)) {
            parts = parts(listing, prefix, SparkStart.slots(spark) * FOLDERS_FOR_A_SLOT);
        }
        return spark.createDataset(parts, Encoders.STRING())
                .repartition(Math.min(parts.size(), SparkStart.slots(spark) * FOLDERS_FOR_A_SLOT))
                .mapPartitions(
                        (MapPartitionsFunction<String, Row>) some -> listed(settings, originals, some),
                        Encoders.row(Columns.OBJECTS));
    }

    private static BucketListing open(JobSettings settings, boolean originals) {
        Settings read = settings.read();
        return BucketListing.open(
                read.s3(),
                originals ? read.buckets().originals() : read.buckets().renditions());
    }

    /** Folders are opened, the widest first, until there are enough for all tasks. */
    private static List<String> parts(BucketListing listing, String prefix, int enough) {
        List<Part> flat = new ArrayList<>();
        Deque<Part> deep = new ArrayDeque<>(List.of(new Part(true, prefix)));
        for (int looked = 0; looked < MOST_LOOKED_INTO && !deep.isEmpty() && deep.size() < enough; looked++) {
            Part part = deep.removeFirst();
            flat.add(new Part(false, part.folder()));
            listing.foldersIn(part.folder()).forEach(folder -> deep.addLast(new Part(true, folder)));
        }
        return Stream.concat(flat.stream(), deep.stream()).map(Part::text).toList();
    }

    private static Iterator<Row> listed(JobSettings settings, boolean originals, Iterator<String> parts) {
        BucketListing listing = open(settings, originals);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) context -> listing.close());
        List<Part> mine = new ArrayList<>();
        parts.forEachRemaining(text -> mine.add(Part.of(text)));
        return mine.stream()
                .flatMap(part -> part.deep() ? listing.objects(part.folder()) : listing.objectsIn(part.folder()))
                .map(BucketTable::row)
                .iterator();
    }

    static Row row(ListedObject object) {
        return RowFactory.create(
                object.key(), object.eTag(), object.bytes(), object.modified().toEpochMilli(), null);
    }
}
