package latent.spark;

import java.util.List;
import latent.plan.PlanRequest.ShardFormat;
import latent.plan.PlannedFamily;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Reads the families in the shards of a plan. */
final class Families {
    private static final StructType SHARDS = new StructType()
            .add("original", DataTypes.StringType)
            .add("version", DataTypes.StringType)
            .add("bytes", DataTypes.LongType)
            .add("keys", DataTypes.createArrayType(DataTypes.StringType))
            .add("stale", DataTypes.LongType);

    private static final int ORIGINAL = 0;
    private static final int KEYS = 3;
    private static final int STALE = 4;

    private Families() {}

    static Dataset<Row> of(SparkSession spark, PlanFolder plan, ShardFormat format) {
        var reader = spark.read().schema(SHARDS);
        return switch (format) {
            case PARQUET -> reader.parquet(plan.path("shards"));
            case NDJSON -> reader.json(plan.path("shards"));
        };
    }

    static PlannedFamily family(Row row) {
        List<String> keys = row.getList(KEYS);
        return new PlannedFamily(row.getString(ORIGINAL), keys, row.getLong(STALE) > 0);
    }
}
