/** An invented report from an invented country: neither the places nor the people exist, and nothing of it happened. */
export const article = {
  title: "The strikes and the dispute",
  outlet: "The Ostrel Courier",
  author: "Lena Varga",
  publishedOn: "2031-05-14",
  text: `Government aircraft struck three towns of Velm province on Monday. The first bombs fell at twenty to six in the morning, the observer mission wrote, and by noon two markets stood empty.

The head of the opposition coalition told Eastern Wire on Tuesday that 36 civilians had died in Velm on Monday. Foreign minister Ilan Drevos answered that the government held no such data.

According to the defence ministry, positions of the Front were hit and nothing else, and not one house was damaged.

The ministry says that it gave the observer mission sixty minutes of notice. It calls the strikes the first since the truce of 2027.

Parliament had backed the operation without a single abstention, the ministry added.

A picture that has been shared widely shows, according to the Front, the bakery of Ostrel burning on Monday. The bakery in Mill Street is destroyed, says the mayor of Ostrel.

The hospital of Hadrim has closed, a nurse told this paper. Thousands have left the province, the Front says; a relief office in the capital puts their number at 12,000. On Tuesday it had still counted 9,000.

Had not most of the Hadrim militia long gone over to the Front, an officer of the militia asked. The ministry means to open a corridor out of Hadrim on 1 June.

The Front claims to have shot down two aircraft. A pilot who does not want to be named speaks of one. Gunners brought down a single plane, a shepherd near Tolm says.

It was, the ministry's spokesman said, a good day for peace.
`,
};

/** The paper's later text: another number of dead without a word about it, and a sentence that was not there. */
export const laterText = article.text
  .replace("36 civilians had died", "38 civilians had died")
  .replace(
    "The hospital of Hadrim has closed",
    "The bridge at Tolm is open again. The hospital of Hadrim has closed",
  );
