package latent.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.try_to_timestamp;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import latent.audit.AccessLog;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The requests in access logs of CloudFront or S3: {@code path} as it is written there, and {@code time}. The status of the answer does not count.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html">CloudFront's standard logs</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">S3's server access logs</a>
 */
final class AccessLogTable {
    private static final List<String> NEEDED = List.of("date", "time", "cs_uri_stem");
    private static final String FIELDS = "#Fields:";

    /** Owner, bucket, time, address, requester, request, operation, key. */
    private static final String S3_LINE =
            "^\\S+ (\\S+) \\[([^\\]]+)\\] \\S+ \\S+ \\S+ (?:REST|WEBSITE)\\.(?:GET|HEAD)\\.OBJECT (\\S+) ";

    private AccessLogTable() {}

    /** @param bucket of the renditions, whose lines count in S3's own logs */
    static Dataset<Row> of(SparkSession spark, AccessLog log, String bucket) {
        String[] paths = log.paths().toArray(String[]::new);
        Dataset<Row> requests = switch (log.format()) {
            case CLOUDFRONT -> cloudFront(spark.read().text(paths));
            case CLOUDFRONT_JSON ->
                named(spark.read().option("primitivesAsString", "true").json(paths));
            case CLOUDFRONT_PARQUET -> named(spark.read().parquet(paths));
            case S3 -> ofS3(spark.read().text(paths), bucket);
        };
        return requests.filter(col("path").notEqual("").and(col("time").isNotNull()));
    }

    /** Each file says which fields it has; all must have those that count in the same places. */
    private static Dataset<Row> cloudFront(Dataset<Row> lines) {
        List<List<Integer>> places = lines.filter(col("value").startsWith(FIELDS)).distinct().collectAsList().stream()
                .map(row -> places(row.getString(0)))
                .distinct()
                .toList();
        if (places.size() != 1) {
            throw new JobFailed(
                    places.isEmpty()
                            ? "The access log has no line that begins with " + FIELDS
                                    + ", so it is not CloudFront's; --log-format names other kinds."
                            : "The files of the access log have date, time and cs-uri-stem in different places; name those of one kind.");
        }
        List<Integer> place = places.getFirst();
        Column fields = split(col("value"), "\t");
        return requests(
                lines.filter(not(col("value").startsWith("#"))),
                fields.getItem(place.get(0)),
                fields.getItem(place.get(1)),
                fields.getItem(place.get(2)));
    }

    private static List<Integer> places(String header) {
        List<String> names = Arrays.stream(
                        header.substring(FIELDS.length()).strip().split("\\s+", -1))
                .map(AccessLogTable::plain)
                .toList();
        require(names);
        return NEEDED.stream().map(names::indexOf).toList();
    }

    private static Dataset<Row> named(Dataset<Row> rows) {
        Dataset<Row> plain = rows.toDF(
                Arrays.stream(rows.columns()).map(AccessLogTable::plain).toArray(String[]::new));
        require(List.of(plain.columns()));
        return requests(plain, col("date"), col("time"), col("cs_uri_stem"));
    }

    private static Dataset<Row> ofS3(Dataset<Row> lines, String bucket) {
        return lines.filter(regexp_extract(col("value"), S3_LINE, 1).equalTo(bucket))
                .select(
                        regexp_extract(col("value"), S3_LINE, 3).as("path"),
                        try_to_timestamp(regexp_extract(col("value"), S3_LINE, 2), lit("dd/MMM/yyyy:HH:mm:ss Z"))
                                .as("time"));
    }

    private static Dataset<Row> requests(Dataset<Row> rows, Column date, Column time, Column path) {
        Column when = concat_ws(" ", date.cast("string"), time.cast("string"));
        return rows.select(
                path.as("path"),
                try_to_timestamp(when, lit("yyyy-MM-dd HH:mm:ss")).as("time"));
    }

    private static void require(List<String> names) {
        List<String> lacking =
                NEEDED.stream().filter(name -> !names.contains(name)).toList();
        if (!lacking.isEmpty()) {
            throw new JobFailed(
                    "The access log lacks " + String.join(", ", lacking) + ". It has: " + String.join(", ", names));
        }
    }

    /** {@code cs(User-Agent)} is {@code cs_user_agent_}: Parquet has no other signs. */
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
    }
}
