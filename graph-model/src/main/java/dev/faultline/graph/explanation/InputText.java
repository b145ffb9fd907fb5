package dev.faultline.graph.explanation;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.LongStream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.StdConverter;

import dev.faultline.graph.evidence.Series;
import dev.faultline.graph.symptom.Signal;
import dev.faultline.graph.symptom.Subject;

/// The records of an input as JSON: every number exactly as it was, NaN included.
final class InputText {
    /// Fields that a later version added are passed over; those that it misses are told.
    static final JsonMapper MAPPER = JsonMapper.builder().addMixIn(Subject.class, SubjectForm.class)
            .addMixIn(Series.class, SeriesForm.class).disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(include -> include.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private InputText() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
    @JsonSubTypes({@JsonSubTypes.Type(value = Subject.OfCi.class, name = "ci"),
            @JsonSubTypes.Type(value = Subject.OfCalls.class, name = "calls")})
    private interface SubjectForm {}

    @JsonSerialize(converter = ToStored.class)
    @JsonDeserialize(converter = FromStored.class)
    private interface SeriesForm {}

    /// A series whose times are a first one and a gap, where they are that regular.
    @SuppressWarnings("ArrayRecordComponent") // as the series that it stands for
    record StoredSeries(Subject subject, String metric, Signal signal, Duration step, long first, long gap, long @Nullable [] times,
            double[] values) {}

    static final class ToStored extends StdConverter<Series, StoredSeries> {
        @Override
        public StoredSeries convert(Series series) {
            long[] times = series.epochSeconds();
            long first = times.length == 0 ? 0 : times[0];
            long gap = times.length < 2 ? 0 : times[1] - first;
            boolean regular = Arrays.equals(times, times(first, gap, times.length));
            return new StoredSeries(series.subject(), series.metric(), series.signal(), series.step(), first, gap, regular ? null : times,
                    series.values());
        }
    }

    static final class FromStored extends StdConverter<StoredSeries, Series> {
        @Override
        public Series convert(StoredSeries stored) {
            long[] times = stored.times() == null ? times(stored.first(), stored.gap(), stored.values().length) : stored.times();
            return new Series(stored.subject(), stored.metric(), stored.signal(), stored.step(), times, stored.values());
        }
    }

    private static long[] times(long first, long gap, int count) {
        return LongStream.range(0, count).map(i -> first + i * gap).toArray();
    }
}
