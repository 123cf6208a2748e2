/** What an empty editor shows: the smallest definition that says something. */
export const starter = `---
id: my-site
name: My site
description: What is listed there
language: en-US
type: public
encoding: UTF-8
links:
  - https://example.org/

caps:
  categorymappings:
    - {id: 1, cat: Movies, desc: Films}
  modes:
    search: [q]

settings: []

search:
  paths:
    - path: search
  inputs:
    q: "{{ .Keywords }}"
  rows:
    selector: table tr:has(a)
  fields:
    title:
      selector: a
    details:
      selector: a
      attribute: href
    download:
      selector: a[href$=".torrent"]
      attribute: href
    category:
      text: 1
    size:
      selector: td:nth-child(3)
    seeders:
      selector: td:nth-child(4)
      default: 0
`;
