/** What readers find at an address where nothing is, with the ways on. */
export function NothingHere() {
  return (
    <div className="page single">
      <div className="empty">
        <h1>There is nothing at this address</h1>
        <p>
          Nothing was ever published here, or the address has a slip in it. Search for it, or begin again.
        </p>
        <div className="row">
          <a className="btn" href="/">
            Newest fact-checks
          </a>
          <a className="btn" href="/search">
            Search
          </a>
        </div>
      </div>
    </div>
  );
}
