import type { ReactNode } from "react";
import { asksNothing, langOfFilter } from "#lib/search/rules";
import { filterNames, type Choice, type FilterName, type Found } from "#lib/search/schema";

const names: Record<FilterName, { label: string; any: string }> = {
  rating: { label: "Rating", any: "Any rating" },
  grade: { label: "Evidence grade", any: "Any grade" },
  party: { label: "Claimed by", any: "Anybody" },
  outlet: { label: "Claimed in", any: "Any outlet" },
  topic: { label: "Topic", any: "Any topic" },
  language: { label: "Language of the claim", any: "Any language" },
};

/** Words and filters in one form that sends an address; works without script. */
export function SearchForm({ found }: { found: Found }) {
  const { question, choices, filters } = found;
  const filterable = filterNames.filter((name) => choices[name].length > 0);
  return (
    <form className="search" action="/search" method="get" aria-label="Search the fact-checks">
      <div className="search-form">
        <input
          className="field"
          type="search"
          name="q"
          defaultValue={question.words}
          maxLength={200}
          aria-label="Words or claim number to search for"
        />
        <button className="btn primary" type="submit">
          Search
        </button>
      </div>
      <details open={asksNothing(question) || question.noDates.length > 0}>
        <summary>Filters</summary>
        <div className="facets">
          {filterable.map((name) => (
            <Filter
              key={name}
              name={name}
              choices={choices[name]}
              lang={langOfFilter(name, found)}
              chosen={filters.find((one) => one.name === name)?.value ?? ""}
            />
          ))}
          <Labelled id="filter-from" label="Published since">
            <DateInput id="filter-from" name="from" value={question.from} />
          </Labelled>
          <Labelled id="filter-to" label="Published until">
            <DateInput id="filter-to" name="to" value={question.to} />
          </Labelled>
        </div>
        {question.noDates.length > 0 && (
          <p className="field-error">
            {question.noDates.map((date) => (
              <span key={date}>
                “<bdi>{date}</bdi>” is no date, so it was left out. Write 2031-05-12, 2031-05 or 2031.
              </span>
            ))}
          </p>
        )}
        <p className="hint" id="filter-dates">
          A date is a day, a month or a year: 2031-05-12, 2031-05 or 2031.
        </p>
        {filterable.length > 0 && (
          <p className="hint">
            In brackets: how many published fact-checks there are in all. Of each kind, the fifty most
            frequent.
          </p>
        )}
        <button className="btn" type="submit">
          Apply filters
        </button>
      </details>
    </form>
  );
}

function Labelled({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  );
}

function Filter({
  name,
  choices,
  lang,
  chosen,
}: {
  name: FilterName;
  choices: Choice[];
  lang: string | null;
  chosen: string;
}) {
  const id = `filter-${name}`;
  return (
    <Labelled id={id} label={names[name].label}>
      <select className="field" id={id} name={name} defaultValue={chosen}>
        <option value="">{names[name].any}</option>
        {choices.map(({ value, label, claims }) => (
          <option key={value} value={value} lang={lang ?? undefined} dir="auto">
            {label} ({claims})
          </option>
        ))}
      </select>
    </Labelled>
  );
}

// No keyboard of digits: on telephones it has no hyphen.
function DateInput({ id, name, value }: { id: string; name: string; value: string | null }) {
  return (
    <input
      className="field"
      type="text"
      id={id}
      name={name}
      defaultValue={value ?? ""}
      placeholder="2031-05-12"
      aria-describedby="filter-dates"
      maxLength={10}
      autoComplete="off"
    />
  );
}
